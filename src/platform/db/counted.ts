import { Prisma } from '../generated/prisma/client.ts'

/** `uncountedStates` as SQL: `state NOT IN (${uncounted})`. A test holds the two together. */
export const uncounted = Prisma.sql`'unacknowledged', 'disowned', 'duplicate', 'cancelled'`
