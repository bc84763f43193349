import type { Text } from '../../kernel/locale.ts'
import type { WarningKey } from './warnings.ts'

const other = { lain: { id: 'Alasan lain', en: 'Another reason' } }

/** What an officer may answer, coded so that it can be counted. `mirip` has its three tiles instead. */
export const reasons: Record<WarningKey, Record<string, Text>> = {
  lama: {
    'tanpa-sinyal': { id: 'Tanpa sinyal', en: 'No signal' },
    'tugas-lain': { id: 'Tugas lain', en: 'Other duty' },
    lupa: { id: 'Lupa', en: 'Forgot' },
    ...other,
  },
  'lebih-lama': {
    susulan: { id: 'Laporan susulan', en: 'Reported afterwards' },
    keliru: { id: 'Tanggal laporan lain keliru', en: 'The other report has a wrong date' },
    ...other,
  },
  padat: {
    perkiraan: { id: 'Waktunya perkiraan', en: 'The times are estimates' },
    kumpulan: { id: 'Banyak warga di satu tempat', en: 'Many people in one place' },
    ...other,
  },
  kasar: {
    gedung: { id: 'Di dalam gedung', en: 'Inside a building' },
    cuaca: { id: 'Cuaca buruk', en: 'Bad weather' },
    hp: { id: 'HP kurang teliti', en: 'The phone is not exact' },
    ...other,
  },
  jauh: {
    perbatasan: { id: 'Di perbatasan desa', en: 'At the edge of the village' },
    'luar-desa': { id: 'Kegiatan di luar desa', en: 'Activity outside the village' },
    kemudian: { id: 'Lokasi diambil kemudian', en: 'Location taken afterwards' },
    ...other,
  },
  'sama-teks': {
    rutin: { id: 'Kegiatan rutin', en: 'A routine activity' },
    serentak: { id: 'Pesan yang sama ke banyak warga', en: 'The same message to many' },
    ...other,
  },
  'foto-potong': {
    'tak-terulang': { id: 'Tidak bisa diambil ulang', en: 'It cannot be taken again' },
    jelas: { id: 'Yang penting terlihat', en: 'What matters is to be seen' },
    ...other,
  },
  'foto-mirip': {
    'foto-baru': { id: 'Foto baru di tempat yang sama', en: 'A new photo of the same place' },
    'dipakai-lagi': { id: 'Foto lama dipakai lagi', en: 'An old photo used again' },
    bersama: { id: 'Kegiatan bersama petugas lain', en: 'Done together with another officer' },
    ...other,
  },
  nama: {
    memang: { id: 'Memang itu namanya', en: 'That is the name' },
    'tidak-lengkap': { id: 'Nama lengkapnya tidak diketahui', en: 'The full name is not known' },
    ...other,
  },
  mirip: {
    berbeda: { id: 'Kejadian berbeda', en: 'A different event' },
  },
}
