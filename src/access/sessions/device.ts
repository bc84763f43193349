import { createHmac, randomBytes } from 'node:crypto'
import type { CookieOptions, NextFunction, Request, Response } from 'express'

const oldName = 'perangkat'
const years = 2 * 365 * 86_400_000

/**
 * A device cookie: a random name of the browser, and for each account that signed in on it a mark that only the server
 * can make (OWASP, Device cookies). Form: `name.mark.mark…`, at most ten marks; the last one says that anybody signed in. Over https its prefix keeps neighbouring
 * hosts and plain http from setting it; a cookie of the time before is taken over once.
 */
export function deviceCookies(secret: string, secure: boolean) {
  const cookieName = secure ? `__Host-${oldName}` : oldName
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: years }
  const markOf = (device: string, nrp: string) =>
    createHmac('sha256', secret).update(`${device}|${nrp}`).digest('base64url').slice(0, 22)
  const valueOf = (req: Request, name: string) =>
    new RegExp(`(?:^|; )${name}=([\\w.-]+)`).exec(req.headers.cookie ?? '')?.[1]
  const parts = (req: Request) => (valueOf(req, cookieName) ?? valueOf(req, oldName))?.split('.') ?? []

  /** What the browser has from before the prefix moves under the new name, with its marks. */
  const takeOver = (req: Request, res: Response, all: string[]): void => {
    if (!secure || valueOf(req, oldName) === undefined) return
    if (valueOf(req, cookieName) === undefined) res.cookie(cookieName, all.slice(0, 11).join('.'), options)
    res.clearCookie(oldName, { ...options, maxAge: undefined })
  }

  return {
    /** Gives every browser a name before anybody asks for it. */
    name: (req: Request, res: Response, next: NextFunction): void => {
      const [device] = parts(req)
      const named = device && device.length === 22 ? device : randomBytes(16).toString('base64url')
      req.device = named
      if (named === device) takeOver(req, res, parts(req))
      else res.cookie(cookieName, named, options)
      next()
    },
    of: (req: Request): string => req.device,
    /** The mark of the account that signed in last; empty when none did. */
    last: (req: Request): string => parts(req)[1] ?? '',
    markOf: (req: Request, nrp: string): string => markOf(req.device, nrp),
    knows: (req: Request, nrp: string): boolean =>
      parts(req)
        .slice(1)
        .includes(markOf(parts(req)[0]!, nrp)),
    /** Whether anybody has signed in on this browser since it got its name: nobody can write that into a cookie of their own. */
    hasSignedIn: (req: Request): boolean => {
      const [device = '', ...marks] = parts(req)
      return marks.includes(markOf(device, ''))
    },
    remember: (req: Request, res: Response, nrp: string): void => {
      const device = req.device
      const marks = [markOf(device, nrp), ...parts(req).slice(1)]
      const proof = markOf(device, '')
      const others = [...new Set(marks)].filter((mark) => mark !== proof).slice(0, 9)
      res.cookie(cookieName, [device, ...others, proof].join('.'), options)
    },
  }
}
