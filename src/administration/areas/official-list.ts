import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'

export interface OfficialArea {
  code: string
  name: string
}

/** Kept in capitals when the rest of a name in capitals is written as a name. */
const abbreviations = new Set(['DKI'])

const asName = (word: string): string =>
  abbreviations.has(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase()

/** `KOTA CIREBON` is how the list shouts; `Kota Cirebon` is how people write. */
export const calm = (name: string): string => name.split(' ').map(asName).join(' ')

/** Where an apostrophe was lost in quoting: `Soka"an` is Soka'an. */
const mended = (name: string): string => name.replaceAll('"', "'")

/** Every province, regency, district and village of the country, parents before their children. */
export async function officialList(): Promise<OfficialArea[]> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ])
  return [
    ...[...provinces, ...regencies].map(({ code, name }) => ({ code, name: calm(name) })),
    ...[...districts, ...villages].map(({ code, name }) => ({ code, name: mended(name) })),
  ]
}
