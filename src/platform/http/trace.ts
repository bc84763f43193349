import { auditReading } from '../db/audit-entry.ts'
import type { Db } from '../db/connect.ts'
import type { Context, Trace } from './endpoint.ts'
import type { Reply } from './reply.ts'

interface Named {
  id?: unknown
  number?: unknown
}

/** What a handler was given, as far as it has a name: a report, or an entry of the register. */
function subjectOf({ subject, actor }: Context & { subject: unknown }): { subject: string; details: object } {
  const { entry, ...own } = (subject ?? {}) as Named & { entry?: Named | null }
  if (typeof own.id === 'string' && typeof own.number === 'string')
    return { subject: own.id, details: { about: 'report', number: own.number } }
  if (typeof entry?.id === 'string' && own.id === undefined) return { subject: entry.id, details: { about: 'entry' } }
  return { subject: actor.unitId, details: { about: 'unit' } }
}

const mostText = 200

/** The filter as it stands in the address. Words that are searched for are names of people: a keyed digest tells two searches apart. */
function filterOf({ query, cipher }: Context, digests: readonly string[]): Record<string, string> {
  const asked = Object.entries(query).filter(([, value]) => typeof value === 'string' && value !== '')
  return Object.fromEntries(
    asked.map(([name, value]) => [
      name,
      digests.includes(name)
        ? Buffer.from(cipher.index(`${name}:${String(value)}`))
            .toString('hex')
            .slice(0, 8)
        : String(value).slice(0, mostText),
    ]),
  )
}

export const isExport = (reply: Reply): boolean =>
  reply.kind === 'download' || (reply.kind === 'page' && reply.layout === 'print')

/**
 * Remembers that something sensitive was read, or left the house, before its first byte does. An endpoint that exports
 * without saying how that is remembered is a mistake of ours, and answers nothing.
 */
export async function recordTrace(
  trace: Trace | undefined,
  context: Context & { subject: unknown },
  reply: Reply,
  db: Db,
): Promise<void> {
  if (!trace) {
    if (isExport(reply)) throw new Error('an endpoint that exports or prints must declare its trace')
    return
  }
  if (trace === 'command' || (reply.kind === 'page' && reply.status !== 200) || trace.when?.(context) === false) return
  const { actor, now: at, requestId, cipher } = context
  const { subject, details } = subjectOf(context)
  const filter = filterOf(context, trace.digests ?? [])
  const words = Object.entries(filter).map(([name, value]) => `${name} ${value}`)
  const said = (what: string, after: string) => ({ what, before: '', after })
  const changes = [said('page', trace.page), ...(words.length > 0 ? [said('filter', words.join(', '))] : [])]
  await auditReading(db, cipher, [
    { at, actorId: actor.id, action: trace.as, subject, details: { ...details, filter, changes }, requestId },
  ])
}
