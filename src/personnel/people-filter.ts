export type PersonState = 'aktif' | 'nonaktif' | 'belum-masuk'

export const personStates: readonly PersonState[] = ['aktif', 'nonaktif', 'belum-masuk']

export interface PeopleFilter {
  /** Digits are the beginning of an NRP, anything else a part of a name. */
  search: string
  /** A unit's path; the unit itself, without those below it. */
  unit: string
  state: PersonState | ''
  /** The last person of the page before. */
  after: string
}
