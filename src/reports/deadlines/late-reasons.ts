import type { Text } from '../../kernel/locale.ts'

/** Why a report is late, coded so that it can be counted. */
export const lateReasons: Readonly<Record<string, Text>> = {
  'tanpa-sinyal': { id: 'Tanpa sinyal', en: 'No signal' },
  'tugas-lain': { id: 'Tugas lain', en: 'Other duty' },
  server: { id: 'Server tidak dapat dihubungi', en: 'The server could not be reached' },
  lupa: { id: 'Lupa', en: 'Forgot' },
}

export const isLateReason = (value: unknown): value is string =>
  typeof value === 'string' && Object.hasOwn(lateReasons, value)
