import { tidyCode } from '../../kernel/tidy.ts'
import type { MessageKey } from '../../sentences/say.ts'

/** A NIK as it is stored, however it was typed or copied; what holds none stays as it is, to be refused. */
export const nikIn = (text: string | null): string | null => (text === null ? null : tidyCode(text) || text)

/** The first two digits of areas that exist (Kemendagri's province codes). */
const provinces = /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[1-2]|9[1-7])/

/**
 * Why this cannot be a NIK: 16 digits of area (6), birth date (day plus 40 for women, month, year) and serial (4). The
 * area is where it was first issued, so that it says nothing about where its owner lives.
 */
export function nikFault(nik: string): { key: MessageKey; params?: { length: number } } | undefined {
  if (!/^\d{16}$/.test(nik)) return { key: 'register.nikLength', params: { length: nik.replace(/\D/g, '').length } }
  const [day, month] = [Number(nik.slice(6, 8)), Number(nik.slice(8, 10))]
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71)
  if (!provinces.test(nik)) return { key: 'register.nikProvince' }
  if (!isDay || month < 1 || month > 12) return { key: 'register.nikDate' }
  return nik.endsWith('0000') ? { key: 'register.nikSerial' } : undefined
}

/** What a NIK is compared with. An answer not given is not compared. */
export interface Identity {
  villageCode: string
  /** `1985-07-01` */
  birthOn: string | null
  sex: string | null
}

/**
 * What at a sound NIK does not agree with the other answers. None of it is wrong for certain: the area is that of the
 * first registration, and the century of birth is not in it.
 */
export function nikDoubts(nik: string, { villageCode, birthOn, sex }: Identity): MessageKey[] {
  const day = Number(nik.slice(6, 8))
  const isWoman = day > 40
  const born = `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(isWoman ? day - 40 : day).padStart(2, '0')}`
  const doubts: [MessageKey, boolean][] = [
    ['register.nikBirth', birthOn !== null && birthOn.slice(2) !== born],
    ['register.nikSex', sex !== null && (sex === 'perempuan') !== isWoman],
    ['register.nikElsewhere', nik.slice(0, 6) !== villageCode.replaceAll('.', '').slice(0, 6)],
  ]
  return doubts.filter(([, isOdd]) => isOdd).map(([key]) => key)
}

/** Why a NIK may stand as it is. */
export const nikReasons = ['salah-ktp', 'pindah', 'orang-lain', 'diperiksa'] as const
