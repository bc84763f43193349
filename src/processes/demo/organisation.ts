/** The units of a demonstration polres, before they are rows. */
export interface PolresPlan {
  /** 1 is Polres Cirebon Kota; the others are invented. */
  ordinal: number
  polda: { name: string; path: string; timeZone: string }
  name: string
  path: string
  timeZone: string
  polsek: readonly PolsekPlan[]
}

export interface PolsekPlan {
  name: string
  path: string
  /** The villages that answer to it, in the order of their codes. */
  villages: readonly Village[]
}

export interface Village {
  code: string
  name: string
}

/** An official area with what lies below it, as far as a plan asks. */
export type VillagesOf = (district: string) => Village[]

export const jawaBarat = { name: 'Polda Jawa Barat', path: '/jabar/', timeZone: 'Asia/Jakarta' }
export const cirebonKota = '/jabar/cirebon-kota/'

/** Which districts answer to which polsek; Utara Barat, Kedawung and Kapetakan have two. */
const polsekOfCirebonKota: readonly [name: string, slug: string, districts: readonly string[]][] = [
  ['Polsek Kesambi', 'kesambi', ['32.74.05']],
  ['Polsek Cirebon Utara Barat', 'utara-barat', ['32.74.01', '32.74.04']],
  ['Polsek Cirebon Selatan Timur', 'selatan-timur', ['32.74.03']],
  ['Polsek Lemahwungkuk', 'lemahwungkuk', ['32.74.02']],
  ['Polsek Kedawung', 'kedawung', ['32.09.20']],
  ['Polsek Gunung Jati', 'gunung-jati', ['32.09.21']],
  ['Polsek Kapetakan', 'kapetakan', ['32.09.22', '32.09.39']],
  ['Polsek Mundu', 'mundu', ['32.09.12']],
]

export const districtsOfCirebonKota = polsekOfCirebonKota.flatMap(([, , districts]) => districts)

export const planCirebonKota = (villagesOf: VillagesOf): PolresPlan => ({
  ordinal: 1,
  polda: jawaBarat,
  name: 'Polres Cirebon Kota',
  path: cirebonKota,
  timeZone: jawaBarat.timeZone,
  polsek: polsekOfCirebonKota.map(([name, slug, districts]) => ({
    name,
    path: `${cirebonKota}${slug}/`,
    villages: districts.flatMap(villagesOf),
  })),
})

const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']
const eastern = ['81', '82', '91', '92', '93', '94', '95', '96']

export function timeZoneOf(province: string): string {
  if (eastern.includes(province)) return 'Asia/Jayapura'
  return central.includes(province) ? 'Asia/Makassar' : 'Asia/Jakarta'
}

export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A regency on which an invented polres is laid. */
export interface Regency {
  province: Village
  districts: readonly Village[]
}

const polsekOfCopy = 8
const villagesOfCopy = 10

/** An invented polres of the size of the first: eight polsek with ten villages each. */
export function planCopy(ordinal: number, { province, districts }: Regency, villagesOf: VillagesOf): PolresPlan {
  const isHome = province.code === '32'
  const timeZone = timeZoneOf(province.code)
  const polda = isHome ? jawaBarat : { name: `Polda ${province.name}`, path: `/${slugOf(province.name)}/`, timeZone }
  const path = `${polda.path}contoh-${ordinal}/`
  const polsek = districts
    .filter(({ code }) => villagesOf(code).length >= villagesOfCopy)
    .slice(0, polsekOfCopy)
    .map(({ code, name }) => ({
      name: `Polsek ${name}`,
      path: `${path}${slugOf(name)}/`,
      villages: villagesOf(code).slice(0, villagesOfCopy),
    }))
  return { ordinal, polda, name: `Polres Contoh ${ordinal}`, path, timeZone, polsek }
}

/** Whether a regency has enough large districts for a polres of that size. */
export const isLargeEnough = (regency: Regency, villagesOf: VillagesOf): boolean =>
  regency.districts.filter(({ code }) => villagesOf(code).length >= villagesOfCopy).length >= polsekOfCopy
