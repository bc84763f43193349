import { isIP } from 'node:net'
import type { NextFunction, Request, Response } from 'express'
import { Forbidden } from '../../kernel/errors.ts'
import { hostnameOf, isThisMachine } from '../../kernel/hosts.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses every change that another site asks for. The browser says where a request comes from (`Sec-Fetch-Site`, `Origin`);
 * one too old for the first sends the second. No token: a form that waited in a phone over a night would carry a dead one.
 * The origin is compared with the public address, never with the Host header alone: a foreign name that leads to this server
 * sends a Host of its own.
 */
export const sameOrigin = (publicUrl: string) => {
  const own = new URL(publicUrl)
  const isOwn = (host: string | undefined) => host === own.host || (isThisMachine(own.hostname) && isUnnamed(host))
  const isOwnOrigin = (origin: string, req: Request) =>
    origin === own.origin || (origin === `${req.protocol}://${req.headers.host}` && isOwn(req.headers.host))

  return (req: Request, _res: Response, next: NextFunction) => {
    if (safe.has(req.method)) return next()
    const { origin, 'sec-fetch-site': site } = req.headers
    // A page kept on the phone may hide its origin, which a browser that names the site does not need to tell.
    const isHidden = origin === undefined || origin === 'null'
    const isOurs = isHidden ? site === 'same-origin' && !isForeign(req.headers.host, isOwn) : isOwnOrigin(origin, req)
    next(isOurs && (site === undefined || site === 'same-origin') ? undefined : new Forbidden('error.crossSite'))
  }
}

/** A host that nobody else can have a name for: this machine, or an address. */
const isUnnamed = (host: string | undefined): boolean => isThisMachine(hostnameOf(host)) || isIP(hostnameOf(host)) !== 0

/** A proxy may name this server by an address or by a name without dots; any other name is one that we do not have. */
const isForeign = (host: string | undefined, isOwn: (host: string | undefined) => boolean): boolean =>
  !isOwn(host) && !isUnnamed(host) && hostnameOf(host).includes('.')
