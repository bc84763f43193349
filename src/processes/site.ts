import { paths } from '../kernel/paths.ts'
import type { SiteLinks } from '../platform/http/shell.ts'

/** The addresses that every page links to. */
export const siteLinks: SiteLinks = {
  signIn: paths.signIn,
  signOut: paths.signOut,
  language: paths.language,
  phoneQueue: paths.phoneQueue(),
}

const steering = new Set([
  'aksi',
  'versi',
  'versiFormulir',
  'laporanId',
  'fotoHash',
  'draf',
  'keluarga',
  'entri',
  'wilayah',
  'posisi',
  'tersimpan',
])

/** Controls that only steer a form: the error page sends them again without showing them. */
export const isSteering = (name: string): boolean => steering.has(name)
