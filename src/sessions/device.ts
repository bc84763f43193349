import { createHmac, randomBytes } from 'node:crypto'
import type { CookieOptions, NextFunction, Request, Response } from 'express'

const cookieName = 'perangkat'
const years = 2 * 365 * 86_400_000

/**
 * A device cookie: a random name of the browser, and for each account that signed in on it a mark that only the server
 * can make (OWASP, Device cookies). Form: `name.mark.mark…`, at most ten marks.
 */
export function deviceCookies(secret: string, secure: boolean) {
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, maxAge: years }
  const markOf = (device: string, nrp: string) =>
    createHmac('sha256', secret).update(`${device}|${nrp}`).digest('base64url').slice(0, 22)
  const parts = (req: Request) => /(?:^|; )perangkat=([\w.-]+)/.exec(req.headers.cookie ?? '')?.[1]?.split('.') ?? []

  return {
    /** Gives every browser a name before anybody asks for it. */
    name: (req: Request, res: Response, next: NextFunction): void => {
      const [device] = parts(req)
      const named = device && device.length === 22 ? device : randomBytes(16).toString('base64url')
      Object.assign(req, { device: named })
      if (named !== device) res.cookie(cookieName, named, options)
      next()
    },
    of: (req: Request): string => (req as Request & { device: string }).device,
    /** The mark of the account that signed in last; empty when none did. */
    last: (req: Request): string => parts(req)[1] ?? '',
    markOf: (req: Request, nrp: string): string => markOf((req as Request & { device: string }).device, nrp),
    knows: (req: Request, nrp: string): boolean =>
      parts(req)
        .slice(1)
        .includes(markOf(parts(req)[0]!, nrp)),
    remember: (req: Request, res: Response, nrp: string): void => {
      const device = (req as Request & { device: string }).device
      const marks = [markOf(device, nrp), ...parts(req).slice(1)]
      res.cookie(cookieName, [device, ...new Set(marks)].slice(0, 11).join('.'), options)
    },
  }
}
