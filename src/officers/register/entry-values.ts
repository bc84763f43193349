import type { RegisterKind } from './kinds.ts'
import type { NewEntry } from './register.commands.ts'

/** The states of reports that are no visit. */
export { uncountedStates as uncounted } from '../../access/policy/policy.ts'

/** As much of an entry as its questions ask. */
export type EntryValues = Omit<NewEntry, 'kind' | 'nik' | 'details'> & { details: unknown }

/** An entry by the keys of its questions; the NIK is not among them. */
export function valuesOf(entry: EntryValues): Record<string, unknown> {
  const { villageCode, name, rt, rw, address, phone, details } = entry
  return { wilayah: villageCode, nama: name, rt, rw, alamat: address, hp: phone, ...(details as object) }
}

/** The same as a form sends it. */
export function wireOfEntry(entry: EntryValues): Record<string, string> {
  const given = Object.entries(valuesOf(entry)).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(
    given.map(([key, value]) => [key, key === 'hp' ? String(value).replace(/^\+62/, '0') : String(value)]),
  )
}

/** The questions of which the answer is another one now. */
export function changedKeys(kind: RegisterKind, before: EntryValues, after: EntryValues): string[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return Object.keys(kind.fields).filter((key) => (old[key] ?? null) !== (now[key] ?? null))
}
