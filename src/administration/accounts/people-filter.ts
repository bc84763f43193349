export type PersonState = 'aktif' | 'nonaktif' | 'belum-masuk'

const personStates: readonly PersonState[] = ['aktif', 'nonaktif', 'belum-masuk']

/** By what the list is narrowed: a state, or an officer whom no village is assigned to. */
export type PeopleKind = PersonState | 'tanpa-wilayah'

export const peopleKinds: readonly PeopleKind[] = [...personStates, 'tanpa-wilayah']

export interface PeopleFilter {
  /** Digits are the beginning of an NRP, anything else a part of a name. */
  search: string
  /** A unit's path; the unit itself, without those below it. */
  unit: string
  state: PeopleKind | ''
  /** The last person of the page before. */
  after: string
}
