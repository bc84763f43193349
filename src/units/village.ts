export interface Village {
  code: string
  name: string
  subdistrict: string
  kind: 'kelurahan' | 'desa'
}

/** The fourth part of a village's code begins with 1 for a kelurahan and with 2 for a desa. */
export const kindOf = (code: string): Village['kind'] => (code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa')

/** `Kel. Sunyaragi` or `Desa Setupatok`. */
export const villageTitle = ({ code, name }: Pick<Village, 'code' | 'name'>): string =>
  `${kindOf(code) === 'kelurahan' ? 'Kel.' : 'Desa'} ${name}`
