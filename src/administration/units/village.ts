export interface Village {
  code: string
  name: string
  subdistrict: string
  kind: 'kelurahan' | 'desa'
}

/** The fourth part of a village's code begins with 1 for a kelurahan and with 2 for a desa. */
export const kindOf = (code: string): Village['kind'] => (code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa')

/** `Kelurahan Sunyaragi, Kecamatan Kesambi`, as a letter names it. */
export const villageInFull = ({ code, name, subdistrict }: Omit<Village, 'kind'>): string =>
  [
    `${kindOf(code) === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${name}`,
    ...(subdistrict ? [`Kecamatan ${subdistrict}`] : []),
  ].join(', ')

/** The office at its head: `Lurah Sunyaragi` or `Kepala Desa Setupatok`. */
export const villageHead = ({ code, name }: Pick<Village, 'code' | 'name'>): string =>
  `${kindOf(code) === 'kelurahan' ? 'Lurah' : 'Kepala Desa'} ${name}`

/** `Kel. Sunyaragi` or `Desa Setupatok`. */
export const villageTitle = ({ code, name }: Pick<Village, 'code' | 'name'>): string =>
  `${kindOf(code) === 'kelurahan' ? 'Kel.' : 'Desa'} ${name}`
