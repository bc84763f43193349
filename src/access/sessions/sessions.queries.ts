import type { Pool } from 'pg'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Actor } from '../policy/actor.ts'

/** The account of an NRP with what signing in must know; suspended accounts have none. */
export const accountOf = (tx: Reader, nrp: string) => tx.person.findFirst({ where: { nrp, state: 'active' } })

/** The clocks of several servers differ by less. */
const aheadMs = 60_000

/** The newest slip that can still be used. One of a clock that ran ahead cannot: its minutes would be days. */
export const openSlip = (tx: Reader, personId: string, now: Date) =>
  tx.passwordSlip.findFirst({
    where: {
      personId,
      usedAt: null,
      expiresAt: { gt: now },
      issuedAt: { lte: new Date(now.getTime() + aheadMs) },
    },
    orderBy: { issuedAt: 'desc' },
  })

interface AskedSession {
  sid: string
  /** By the application's clock. A session has expired only where the database's clock says so too: either may jump. */
  now: Date
  /** How long a session lasts at most. */
  maxAgeMs: number
}

/** By the hash of its id; nothing where it has expired. Requests of one session that come together get one each: they change it. */
export const storedSession = batched(async (pool: Pool, asked: AskedSession[]) => {
  const [{ now, maxAgeMs }, sids] = [asked[0]!, asked.map(({ sid }) => sid)]
  const { rows } = await pool.query<{ sid: string; sess: string; isAhead: boolean }>(
    `SELECT sid, sess::text AS sess, expire > now() + $3 * interval '1 ms' AS "isAhead"
     FROM session WHERE sid = ANY ($1) AND expire >= least(now(), $2)`,
    [sids, now, maxAgeMs],
  )
  // A session that was begun while the clock ran ahead would last longer by that much.
  const ahead = rows.flatMap(({ sid, isAhead }) => (isAhead ? [sid] : []))
  if (ahead.length > 0)
    await pool.query(`UPDATE session SET expire = now() + $2 * interval '1 ms' WHERE sid = ANY ($1)`, [ahead, maxAgeMs])
  const known = new Map(rows.map(({ sid, sess }) => [sid, sess]))
  return sids.map((sid) => JSON.parse(known.get(sid) ?? 'null') as Record<string, unknown> | null)
})

interface Remembered {
  id: string
  accessVersion: number
}

/** The person behind a session, while the session's rights are still the person's. Asked at every request. */
export const personOfSession = batched(async (tx: Reader, sessions: Remembered[]) => {
  const people = await tx.$queryRaw<(Omit<Actor, 'twoStage' | 'coversServer' | 'showedSlip'> & Remembered)[]>`
    SELECT p.id, p.nrp, p.name, p.pangkat, p.position, p.role, p.must_change_password AS "mustChangePassword",
      p.must_confirm_devices AS "mustConfirmDevices",
      p.unit_id AS "unitId", u.name AS "unitName", u.path AS "unitPath", u.time_zone AS "timeZone",
      p.access_version AS "accessVersion"
    FROM person p JOIN unit u ON u.id = p.unit_id
    WHERE p.id = ANY (${sessions.map(({ id }) => id)}::uuid[]) AND p.state = 'active'`
  const known = new Map(people.map(({ accessVersion, ...person }) => [`${person.id} ${accessVersion}`, person]))
  return sessions.map(({ id, accessVersion }) => known.get(`${id} ${accessVersion}`))
})

/** Whether every polres of the server is this unit or below it. */
export async function isAboveAllPolres(tx: Reader, unitPath: string): Promise<boolean> {
  const others = await tx.unit.count({
    where: { kind: 'polres', untilOn: null, NOT: { path: { startsWith: unitPath } } },
  })
  return others === 0
}

/** The hash of the password that the person chose, and of the one that a one-time code has voided. */
export const ownPasswords = (tx: Reader, id: string) =>
  tx.person.findUniqueOrThrow({ where: { id }, select: { passwordHash: true, voidedHash: true } })

export interface OwnSession {
  sid: string
  since: string
  seenAt: string
  agent: string
}

/** The person's open sessions, the latest used first; `sid` is the hash that the table holds. */
export const sessionsOf = (tx: Reader, personId: string, now: Date) => tx.$queryRaw<OwnSession[]>`
  SELECT sid, sess ->> 'since' AS since, sess ->> 'seenAt' AS "seenAt", sess ->> 'agent' AS agent
  FROM session WHERE sess #>> '{passport,user,id}' = ${personId} AND expire > ${now}
  ORDER BY sess ->> 'seenAt' DESC LIMIT 50`
