import type { Sent } from '../../platform/http/sent.ts'
import type { MessageKey } from '../../sentences/say.ts'
import type { RegisterKind } from './kinds.ts'
import { nikDoubts, nikReasons } from './nik.ts'
import type { NewEntry } from './register.commands.ts'

/** An entry near by with a similar name: perhaps the same. */
export interface LikelyDouble {
  id: string
  name: string
  rt: number | null
  rw: number | null
}

/** What is odd about a form without being wrong; it is kept once its questions are answered. */
export interface Doubts {
  nik: MessageKey[]
  /** The coded reason that was chosen, or ''. */
  nikReason: string
  doubles: LikelyDouble[]
}

export const noDoubts: Doubts = { nik: [], nikReason: '', doubles: [] }

/** The details that are asked for nothing but the NIK: without one they are not kept. */
const besideNik = ['tanggalLahir', 'jenisKelamin']

const reasonIn = ({ nikKeterangan }: Sent): string => nikReasons.find((reason) => reason === nikKeterangan) ?? ''

/** `nik` is the one that the entry will have. */
export function nikDoubtsIn(kind: RegisterKind, { villageCode, details }: NewEntry, nik: string | null): MessageKey[] {
  if (nik === null || !('nik' in kind.fields)) return []
  const said = (key: string) => (typeof details[key] === 'string' ? details[key] : null)
  return nikDoubts(nik, { villageCode, birthOn: said('tanggalLahir'), sex: said('jenisKelamin') })
}

/** The entry as it is stored: with the reason for its NIK where there was a doubt, without what only a NIK is asked for. */
export function settled(entry: NewEntry, nik: string | null, doubts: Doubts): NewEntry {
  const kept = Object.entries(entry.details).filter(([key]) => nik !== null || !besideNik.includes(key))
  const reason = doubts.nik.length > 0 ? { nikKeterangan: doubts.nikReason } : {}
  return { ...entry, details: { ...Object.fromEntries(kept), ...reason } }
}

/** What is still to be answered: a reason for the NIK, and whether it is one of those that are there. */
export function doubtsIn(sent: Sent, nik: MessageKey[], doubles: LikelyDouble[], remembered = ''): Doubts {
  return { nik, nikReason: reasonIn(sent) || remembered, doubles: sent.ganda === 'tetap' ? [] : doubles }
}

export const areOpen = ({ nik, nikReason, doubles }: Doubts): boolean =>
  doubles.length > 0 || (nik.length > 0 && nikReason === '')
