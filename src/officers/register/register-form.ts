import { body, type ValidationChain } from 'express-validator'
import type { Handling } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { fieldProblem, readForm } from '../../reports/engine/index.ts'
import { unsure } from '../../reports/form/index.ts'
import { isMessageKey } from '../../sentences/say.ts'
import type { RegisterKind } from './kinds.ts'
import { nikFault, nikIn } from './nik.ts'
import type { NewEntry } from './register.commands.ts'
import { sameEntry } from './register.queries.ts'

/** `entry` is the one that is edited; without it a new one is written. */
type Form = Handling<{ villages: { code: string }[]; entry?: { id: string } }>

/** The questions that are columns of the table; the others are kept as details. */
const columns = new Set(['wilayah', 'nama', 'rt', 'rw', 'alamat', 'hp', 'nik'])

/**
 * A chain per question, by the same rules as those of a report; then what needs the register. Whether a NIK is there
 * already is asked later: see `knownNikFault`.
 */
export const entryChains =
  (kind: RegisterKind) =>
  ({ sent, subject, today, locale, t, tx }: Form): ValidationChain[] => {
    const own = new Set(subject.villages.map(({ code }) => code))
    const entry = entryFrom(kind, sent)
    const answers = readForm(kind.fields, sent)
    const chains = Object.entries(kind.fields).map(([name, field]) =>
      body(name).custom(() => {
        const message = fieldProblem(field, answers[name], today, locale, (key, params) =>
          isMessageKey(key) ? t(key, params) : key,
        )
        const question = message || unsure({ t, sent }, field, answers[name])
        if (question) throw new Error(question)
        return true
      }),
    )
    return [
      ...chains,
      body('wilayah').custom((value: unknown) => {
        if (!own.has(String(value))) throw new Error(t('rule.notYourVillage'))
        return true
      }),
      body('nik').custom(() => {
        const { nik } = entry
        const fault = nik === null ? undefined : nikFault(nik)
        if (fault) throw new Error(t(fault.key, fault.params))
        return true
      }),
      body('nama').custom(async () => {
        const isReadable = [entry.rt, entry.rw].every((value) => value === null || Number.isInteger(value))
        if (!own.has(entry.villageCode) || !isReadable || entry.name === '') return
        const same = await sameEntry(tx, entry)
        if (same && same.id !== subject.entry?.id) throw new Error(t('register.same'))
      }),
    ]
  }

export function entryFrom(kind: RegisterKind, sent: Sent): NewEntry {
  const values = readForm(kind.fields, sent)
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  const details = Object.entries(values).filter(([name, value]) => !columns.has(name) && value !== null)
  return {
    kind: kind.name,
    villageCode: text('wilayah') ?? '',
    rt: (values.rt ?? null) as number | null,
    rw: (values.rw ?? null) as number | null,
    name: text('nama') ?? '',
    address: text('alamat'),
    phone: text('hp'),
    details: Object.fromEntries(details) as Record<string, string | number>,
    nik: nikIn(text('nik')),
  }
}
