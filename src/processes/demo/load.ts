import { addDays, type Day, dayIn, daysBetween } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { recordAbsence } from './absences.commands.ts'
import { absencesOf } from './absences.ts'
import { auditFounding } from './audit-history.commands.ts'
import { cast } from './cast.ts'
import { setDeadlines } from './deadlines.commands.ts'
import { giveAll } from './directives.commands.ts'
import { directivesOf } from './directives.ts'
import { groupsOf, householdsOf, type PlannedEntry, placesOf, type Registering } from './entries.ts'
import { insertHistory } from './history.ts'
import { found, register } from './organisation.commands.ts'
import type { PolresPlan, Village } from './organisation.ts'
import { type PlannedPerson, peopleOf } from './people.ts'
import type { Pictures } from './pictures.ts'
import { chanceOf } from './random.ts'
import { type Officer, officerOf } from './workdays.ts'

export interface Loading {
  plan: PolresPlan
  seed: number
  days: number
  now: Date
  passwordHash: string
  cipher: Cipher
  pictures: Pictures
  /** NRP that other polres have already given. */
  taken: Set<string>
  /** How many of the days are told. */
  onDay: (told: number) => void
}

export interface Loaded {
  people: number
  households: number
  reports: number
}

const known: readonly string[] = Object.values(cast).map(({ nrp }) => nrp)

/** A polres with its people, its register and its reports. */
export async function loadPolres(tx: Transaction, loading: Loading): Promise<Loaded> {
  const { plan, seed, days, now, passwordHash, pictures, taken, onDay } = loading
  const today = dayIn(plan.timeZone, now)
  const from = addDays(today, 1 - days)
  const people = peopleOf({ plan, seed, taken })
  const founding = { plan, people, passwordHash, seed, createdAt: new Date(now.getTime() - (days + 21) * 86_400_000) }
  const entriesMadeBy = (make: (registering: Registering) => PlannedEntry[]) =>
    registers(plan, people, seed, from, make)
  const [households, places, groups] = [householdsOf, placesOf, groupsOf].map(entriesMadeBy)
  await found(tx, founding)
  await register(
    tx,
    [households!, places!, groups!].flatMap((part) => [...part.values()].flat()),
  )
  await auditFounding(tx, { ...founding, timeZone: plan.timeZone, suspendedOn: lastDayOfSuspended(today) })
  const officers = people
    .filter(({ role }) => role === 'bhabinkamtibmas')
    .map((one) => workerOf(one, plan, seed, { from, days, today }))
  await recordAbsence(tx, absencesOf({ officers, people, seed, timeZone: plan.timeZone, today }))
  await giveAll(tx, directivesOf({ plan, people, officers, seed, now, today }))
  const times = await setDeadlines(tx, {
    unit: plan,
    kasatId: idOfRole(people, 'kasat'),
    since: from,
    today,
    officer: people.find(({ nrp }) => nrp === cast.sari.nrp) ?? officers.at(-1)!,
  })
  const reports = await insertHistory(tx, {
    officers,
    now,
    times,
    cipher: loading.cipher,
    timeZone: plan.timeZone,
    period: { from, until: today },
    world: {
      seed,
      today,
      households: households!,
      places: places!,
      groups: groups!,
      pictures,
      centres: centresOf(plan, seed),
    },
    reviewers: { kasat: idOfRole(people, 'kasat'), kbo: idOfRole(people, 'kbo') },
    onDay: (day) => onDay(daysBetween(from, day) + 1),
  })
  return { people: people.length, households: [...households!.values()].flat().length, reports }
}

const lastDayOfSuspended = (today: Day): Day => addDays(today, -19)

const idOfRole = (people: readonly PlannedPerson[], role: string): string => people.find((one) => one.role === role)!.id

function workerOf(
  person: PlannedPerson,
  { timeZone }: PolresPlan,
  seed: number,
  { from, days, today }: { from: Day; days: number; today: Day },
): Officer {
  const { id, nrp, unitPath, villages, isSuspended } = person
  const until = isSuspended ? lastDayOfSuspended(today) : today
  return officerOf({ id, nrp, unitPath, timeZone, villages, until }, seed, known.includes(nrp), { from, days })
}

/** One part of the register of every village; where nobody serves, a neighbour of the same polsek once made the list. */
function registers(
  { polsek }: PolresPlan,
  people: readonly PlannedPerson[],
  seed: number,
  from: Day,
  make: (registering: Registering) => PlannedEntry[],
): Map<string, PlannedEntry[]> {
  const keeperOf = new Map(people.flatMap(({ id, villages }) => villages.map(({ code }) => [code, id] as const)))
  return new Map(
    polsek.flatMap(({ villages }) =>
      villages.map((village) => {
        const keeper = keeperOf.get(village.code) ?? neighbour(villages, keeperOf)
        return [village.code, make({ seed, village, keeper, from })] as const
      }),
    ),
  )
}

const neighbour = (villages: readonly Village[], keeperOf: ReadonlyMap<string, string>): string =>
  villages.map(({ code }) => keeperOf.get(code)).find((id) => id !== undefined)!

const cirebon = [-6.735, 108.555] as const

/** Villages lie within some kilometres of the polres; an invented polres lies anywhere on the island. */
function centresOf(plan: PolresPlan, seed: number): Map<string, readonly [number, number]> {
  const chance = chanceOf(seed, plan.path, 'place')
  const middle = plan.ordinal === 1 ? cirebon : [-6.5 - chance.next(), 106.8 + chance.next() * 5]
  const about = (degrees: number) => degrees + (chance.next() - 0.5) * 0.12
  return new Map(
    plan.polsek.flatMap(({ villages }) =>
      villages.map(({ code }) => [code, [about(middle[0]), about(middle[1])] as const]),
    ),
  )
}
