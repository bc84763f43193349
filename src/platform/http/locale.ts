import type { Request } from 'express'
import { isLocale, type Locale } from '../../kernel/locale.ts'

/** The language chosen in this browser; Bahasa Indonesia until somebody chooses. */
export function localeOf(req: Pick<Request, 'headers'>): Locale {
  const chosen = /(?:^|; )bahasa=(\w+)/.exec(req.headers.cookie ?? '')?.[1]
  return isLocale(chosen) ? chosen : 'id'
}

/** A local address to go back to, or the start page: never another site's. */
export const localPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) && value.length < 1000 ? value : '/'
