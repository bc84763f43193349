import type { Scope } from '../../access/policy/scope.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** A scope, in the two languages in which we ask for reports. Nowhere else is one translated. */
export const within = (scope: Scope): Prisma.ReportWhereInput =>
  scope.kind === 'own' ? { authorId: scope.personId } : { unitPath: { startsWith: scope.path } }

/** The same over any table with `author_id` and `unit_path`. */
export const withinSql = (scope: Scope): Prisma.Sql =>
  scope.kind === 'own'
    ? Prisma.sql`author_id = ${scope.personId}::uuid`
    : Prisma.sql`unit_path LIKE ${`${scope.path}%`}`

/** The people of a scope; of an officer's, only themselves. */
export const peopleWithin = (scope: Scope): Prisma.PersonWhereInput =>
  scope.kind === 'own' ? { id: scope.personId } : { unit: { path: { startsWith: scope.path } } }

/** The units of a scope. */
export const unitsWithin = (scope: Scope): Prisma.UnitWhereInput =>
  scope.kind === 'own' ? { people: { some: { id: scope.personId } } } : { path: { startsWith: scope.path } }
