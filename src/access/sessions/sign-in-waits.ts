import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import { longestWaitSeconds } from './budgets.ts'

const mostWaits = 4
const goodForSeconds = 3600

/**
 * What a new browser that has to wait is given: a turn in a quarter of an hour, for one account, in a cookie that only the
 * server can make. Then it is judged, so that guesses of others cannot keep it waiting for ever. Form: `due.mark`,
 * at most four of them, joined by `~`.
 */
export function signInWaits(secret: string, secure: boolean) {
  const name = secure ? '__Host-giliran' : 'giliran'
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: 2 * goodForSeconds * 1000,
  }
  const pattern = new RegExp(`(?:^|; )${name}=([\\w.~-]+)`)
  const markOf = (device: string, nrp: string, due: number) =>
    createHmac('sha256', secret).update(`turn|${device}|${nrp}|${due}`).digest('hex').slice(0, 32)
  const fits = (device: string, nrp: string, wait: string) => {
    const [due = '', mark = ''] = wait.split('.')
    const own = markOf(device, nrp, Number(due))
    return mark.length === own.length && timingSafeEqual(Buffer.from(mark), Buffer.from(own))
  }
  const all = (req: Request) => pattern.exec(req.headers.cookie ?? '')?.[1]?.split('~') ?? []
  const keep = (res: Response, waits: string[]) => res.cookie(name, waits.slice(0, mostWaits).join('~'), options)

  const own = (req: Request, device: string, nrp: string) => all(req).find((wait) => fits(device, nrp, wait))
  const others = (req: Request, device: string, nrp: string) => all(req).filter((wait) => !fits(device, nrp, wait))

  /** How many seconds are left of what this browser was told; nothing where it was told nothing, or too long ago. */
  const left = (req: Request, device: string, nrp: string, now: Date): number | undefined => {
    const wait = own(req, device, nrp)
    if (wait === undefined) return undefined
    const seconds = Math.ceil((Number(wait.split('.')[0]) - now.getTime()) / 1000)
    return seconds > longestWaitSeconds || seconds < -goodForSeconds ? undefined : Math.max(0, seconds)
  }

  return {
    hasCome: (req: Request, device: string, nrp: string, now: Date): boolean => left(req, device, nrp, now) === 0,
    /** Tells a browser how long to wait: so many seconds, but no longer than until its turn. */
    give: (req: Request, res: Response, device: string, nrp: string, seconds: number, now: Date): number => {
      const before = left(req, device, nrp, now)
      if (before !== undefined) return before > 0 ? Math.min(before, seconds) : seconds
      // The longest wait, whatever it is told now: what becomes free before may be taken by somebody else.
      const due = now.getTime() + longestWaitSeconds * 1000
      keep(res, [`${due}.${markOf(device, nrp, due)}`, ...others(req, device, nrp)])
      return seconds
    },
    /** It was judged: another one has to be waited for. */
    take: (req: Request, res: Response, device: string, nrp: string): void => {
      if (own(req, device, nrp) !== undefined) keep(res, others(req, device, nrp))
    },
  }
}
