import type { Wire } from '../../src/reports/engine/wire.ts'
import { kunjunganWarga, penyuluhan } from './makers.ts'

/** The day on which these reports are good. */
export const today = '2026-11-24'

/** One good report of every type, as its form would send it; a new type brings its own line. */
export const reportData: Record<string, Wire> = {
  'kunjungan-warga': kunjunganWarga('7d1f9a52-3f0b-4c8e-9a64-2b5c8de0f713'),
  penyuluhan: penyuluhan(),
}
