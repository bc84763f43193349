import { createHash } from 'node:crypto'
import connectPgSimple, { type PGStoreOptions } from 'connect-pg-simple'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import session, { type SessionData } from 'express-session'
import type { Pool } from 'pg'
import { storedSession } from './sessions.queries.ts'

declare module 'express-session' {
  interface SessionData {
    since: string
    seenAt: string
    agent: string
  }
}

const PgStore = connectPgSimple(session)

/** What the table keeps of a session id: who reads the table cannot walk in. */
export const hashedSid = (sid: string): string => createHash('sha256').update(sid).digest('base64url')

class HashedStore extends PgStore {
  private readonly pool: Pool
  /** Those that were read from the table, as requests hold them. */
  private readonly kept = new WeakSet<SessionData>()

  private readonly lasting: { clock: () => Date; maxAgeMs: number }

  constructor({ clock, maxAgeMs, ...options }: PGStoreOptions & { pool: Pool; clock: () => Date; maxAgeMs: number }) {
    super(options)
    this.pool = options.pool
    this.lasting = { clock, maxAgeMs }
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    const { clock, maxAgeMs } = this.lasting
    storedSession(this.pool, { sid: hashedSid(sid), now: clock(), maxAgeMs }).then(
      (kept) => callback(null, kept as SessionData | null),
      callback,
    )
  }
  override createSession(req: Request, data: SessionData): session.Session & SessionData {
    const made = super.createSession(req, data)
    this.kept.add(made)
    return made
  }
  /** One that was ended meanwhile stays so, whatever its last request notes. None outlives the hours that it began with. */
  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    const statement = this.kept.has(data)
      ? { text: 'UPDATE session SET sess = $1 WHERE sid = $2', values: [JSON.stringify(data), hashedSid(sid)] }
      : {
          text: `INSERT INTO session (sess, sid, expire) VALUES ($1, $2, now() + $3 * interval '1 ms')
                 ON CONFLICT (sid) DO UPDATE SET sess = excluded.sess, expire = excluded.expire`,
          values: [JSON.stringify(data), hashedSid(sid), this.lasting.maxAgeMs],
        }
    this.pool.query(statement).then(
      () => callback?.(),
      (error: unknown) => callback?.(error),
    )
  }
  override destroy(sid: string, callback?: () => void): void {
    super.destroy(hashedSid(sid), callback)
  }
}

const seenEvery = 5 * 60_000

export interface SessionSettings {
  pool: Pool
  secret: string
  hours: number
  cookieName: string
  secure: boolean
  clock: () => Date
}

/** Sessions in PostgreSQL. A request reads one and writes none: "last seen" is noted every five minutes at most. */
export function sessions({ pool, secret, hours, cookieName, secure, clock }: SessionSettings): RequestHandler[] {
  const maxAge = hours * 3_600_000
  const store = new HashedStore({
    pool,
    clock,
    maxAgeMs: maxAge,
    tableName: 'session',
    createTableIfMissing: false,
    disableTouch: true,
    pruneSessionInterval: false,
  })
  return [
    session({
      store,
      secret,
      name: cookieName,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge },
    }),
    (req: Request, _res: Response, next: NextFunction) => {
      const now = clock()
      if (
        'passport' in req.session &&
        Math.abs(now.getTime() - Date.parse(req.session.seenAt ?? '2000-01-01')) > seenEvery
      ) {
        req.session.since ??= now.toISOString()
        req.session.seenAt = now.toISOString()
        req.session.agent = (req.headers['user-agent'] ?? '').slice(0, 200)
      }
      next()
    },
  ]
}
