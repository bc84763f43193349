import type { Scope } from '../../access/policy/scope.ts'
import type { Day } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen, unitNameOn } from '../../platform/db/facts.ts'
import { peopleWithin, unitsWithin, within } from '../../platform/db/within.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'

const servedWithin = (scope: Scope): Prisma.PersonWhereInput =>
  scope.kind === 'own' ? { id: scope.personId } : { postings: { some: { unit: { path: { startsWith: scope.path } } } } }

/**
 * The names, as they were on that day, of the unit and the officer that a list is narrowed to; one that is out of scope is
 * not found. An officer who has moved away is still known by what they
 * left: reports, or days on which nothing was heard of them. */
export async function narrowedTo(
  tx: Reader,
  scope: Scope,
  { unitPath, personId, day }: { unitPath: string; personId: string; day: Day },
): Promise<string[]> {
  const unit =
    unitPath && orNotFound(await tx.unit.findFirst({ where: { AND: [{ path: unitPath }, unitsWithin(scope)] } }))
  const person =
    personId &&
    orNotFound(
      await tx.person.findFirst({
        where: {
          AND: [
            { id: personId },
            { OR: [peopleWithin(scope), servedWithin(scope), { reports: { some: within(scope) } }] },
          ],
        },
      }),
    )
  const then = await peopleThen(tx, person ? [{ personId: person.id, at: day }] : [])
  const [named, called] = [unit && (await unitNameOn(tx, unit.path, day)), person && then(person.id, day)]
  return [named, called && `${called.pangkat} ${called.name}`].filter((name) => name !== '')
}
