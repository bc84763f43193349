import type { NextFunction, Request, Response } from 'express'
import { Forbidden } from '../../kernel/errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses every change that another site asks for. The browser says where a request comes from (`Sec-Fetch-Site`); one
 * too old for it sends `Origin`. No token: a form that waited in a phone over a night would carry a dead one.
 */
export const sameOrigin = (publicUrl: string) => (req: Request, _res: Response, next: NextFunction) => {
  if (safe.has(req.method)) return next()
  const site = req.headers['sec-fetch-site']
  const fromUs = site === undefined ? isOurs(req, publicUrl) : site === 'same-origin'
  next(fromUs ? undefined : new Forbidden('error.crossSite'))
}

function isOurs(req: Request, publicUrl: string): boolean {
  const origin = req.headers.origin
  return origin === publicUrl || (origin !== undefined && origin === `${req.protocol}://${req.headers.host}`)
}
