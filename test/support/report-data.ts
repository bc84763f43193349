import type { Wire } from '../../src/reports/engine/wire.ts'
import { kunjunganWarga, penyuluhan } from './makers.ts'

/** The day on which these reports are good. */
export const today = '2026-11-24'

/** One good report of every type, as its form would send it; a new type brings its own line. */
export const reportData: Record<string, Wire> = {
  'kunjungan-warga': kunjunganWarga('7d1f9a52-3f0b-4c8e-9a64-2b5c8de0f713'),
  penyuluhan: penyuluhan(),
  'giat-desa': {
    tanggal: '2026-11-24',
    pukul: '08:15',
    wilayah: '32.74.05.1002',
    tempat: 'Balai Kelurahan Sunyaragi',
    kegiatan: 'musrenbang',
    penyelenggara: 'Pemerintah Kelurahan Sunyaragi',
    jumlahHadir: '40',
    hasil: 'Perbaikan lampu jalan RW 07 masuk prioritas tahun depan.',
    posisi: '-6.732100,108.552300,12',
    tindakLanjut: 'tidak',
  },
}
