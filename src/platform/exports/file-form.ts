export type FileForm = 'csv' | 'xlsx'

/** What an address asks for with `bentuk`; CSV where it says nothing that is known. */
export const fileForm = (given: unknown): FileForm => (given === 'xlsx' ? 'xlsx' : 'csv')
