import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/config/config.ts'
import { type Field } from '../../src/reports/engine/fields.ts'
import { reportTypes } from '../../src/reports/types/index.ts'

type Entry = { kind: string; options?: string[]; items?: Record<string, Entry> }
type Ledger = Record<string, Record<string, Entry>>

const file = join(root, 'test/architecture/report-type-ledger.json')

/** What stored answers depend on: which key holds which kind, and which values a choice has ever had. */
const entryOf = ({ kind, options, items }: Field): Entry => ({
  kind,
  ...(options ? { options: Object.keys(options) } : {}),
  ...(items ? { items: entriesOf(items) } : {}),
})

const entriesOf = (fields: Record<string, Field>): Record<string, Entry> =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, entryOf(field)]))

const current = (): Ledger => Object.fromEntries(reportTypes.map(({ key, fields }) => [key, entriesOf(fields)]))

/** What the ledger promised and the types no longer keep. New types, fields and options break no promise. */
function broken(kept: Record<string, Entry>, now: Record<string, Entry> | undefined, where: string): string[] {
  if (!now) return [`${where} is gone`]
  return Object.entries(kept).flatMap(([key, entry]) => {
    const at = `${where}.${key}`
    const found = now[key]
    if (!found) return [`${at} is gone: retire it instead`]
    if (found.kind !== entry.kind) return [`${at} was ${entry.kind} and is ${found.kind}`]
    const lost = (entry.options ?? []).filter((option) => !found.options?.includes(option))
    return [
      ...lost.map((option) => `${at} has lost ${option}`),
      ...(entry.items ? broken(entry.items, found.items, at) : []),
    ]
  })
}

const changes = (kept: Ledger, now: Ledger) => Object.keys(kept).flatMap((type) => broken(kept[type]!, now[type], type))

describe('the ledger of report types', () => {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger) : {}

  it('is kept: no type, field or option of stored reports has gone or changed', () => {
    expect(changes(kept, current())).toEqual([])
  })

  it('knows everything there is; UPDATE_LEDGER=1 writes it anew', () => {
    if (process.env.UPDATE_LEDGER && changes(kept, current()).length === 0)
      writeFileSync(file, `${JSON.stringify(current(), null, 2)}\n`)

    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(current())
  })

  it('would notice each kind of change', () => {
    const before: Ledger = {
      a: { b: { kind: 'choice', options: ['x', 'y'] }, c: { kind: 'list', items: { d: { kind: 'text' } } } },
    }

    expect(changes(before, {})).toEqual(['a is gone'])
    expect(
      changes(before, { a: { b: { kind: 'choice', options: ['y', 'z'] }, c: { kind: 'list', items: {} } } }),
    ).toEqual(['a.b has lost x', 'a.c.d is gone: retire it instead'])
    expect(changes(before, { a: { b: { kind: 'text' }, c: before.a!.c! } })).toEqual(['a.b was choice and is text'])
    expect(changes(before, { a: { ...before.a!, e: { kind: 'text' } }, f: {} })).toEqual([])
  })
})
