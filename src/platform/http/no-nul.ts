import type { NextFunction, Request, Response } from 'express'
import { Invalid } from '../../kernel/errors.ts'

const nul = String.fromCharCode(0)

const holds = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(holds) : typeof value === 'string' && value.includes(nul)

/** PostgreSQL keeps no NUL in a text, and nobody types one: what holds one was not sent by a form of ours. */
export function withoutNul<T extends object>(sent: T): T {
  if (Object.entries(sent).some(([name, value]) => holds(name) || holds(value))) throw new Invalid()
  return sent
}

/** The same of an address: its path and its query reach the database too. */
export const addressWithoutNul = (req: Request, _res: Response, next: NextFunction): void =>
  next(req.url.includes('%00') ? new Invalid() : undefined)
