import type { Reach } from '../../access/policy/reach.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** A reach, in the two languages in which we ask for reports. Nowhere else is one translated. */
export const within = (reach: Reach): Prisma.ReportWhereInput =>
  reach.kind === 'own' ? { authorId: reach.personId } : { unitPath: { startsWith: reach.path } }

/** The same over any table with `author_id` and `unit_path`. */
export const withinSql = (reach: Reach): Prisma.Sql =>
  reach.kind === 'own'
    ? Prisma.sql`author_id = ${reach.personId}::uuid`
    : Prisma.sql`unit_path LIKE ${`${reach.path}%`}`

/** The people of a reach: an officer is his own whole world. */
export const peopleWithin = (reach: Reach): Prisma.PersonWhereInput =>
  reach.kind === 'own' ? { id: reach.personId } : { unit: { path: { startsWith: reach.path } } }

/** The units of a reach. */
export const unitsWithin = (reach: Reach): Prisma.UnitWhereInput =>
  reach.kind === 'own' ? { people: { some: { id: reach.personId } } } : { path: { startsWith: reach.path } }
