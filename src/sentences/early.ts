import type { Text } from '../kernel/locale.ts'

export const early = {
  'early.title': { id: 'Peringatan dini', en: 'Early warnings' },
  'early.one': { id: 'Peringatan dini', en: 'Early warning' },
  'early.counts': {
    id: '{open} perlu ditangani, {answered} sudah ditangani.',
    en: '{open} to act on, {answered} acted on.',
  },
  'early.empty': {
    id: 'Tidak ada peringatan: jumlah laporan informasi di semua wilayah seperti biasanya.',
    en: 'No warnings: the number of information reports is as usual in all villages.',
  },
  'early.high': { id: 'Tinggi', en: 'High' },
  'early.medium': { id: 'Sedang', en: 'Medium' },
  'early.new': { id: 'Baru', en: 'New' },
  'early.grown': { id: 'Bertambah sejak ditangani', en: 'More since it was acted on' },
  'early.answered': { id: 'Ditangani', en: 'Acted on' },
  'early.basis': {
    id: '{recent} laporan informasi dalam {days} hari, biasanya {usual}.',
    en: '{recent} information reports in {days} days, usually {usual}.',
  },
  'early.lessThan': { id: 'kurang dari 0,1', en: 'less than 0.1' },
  'early.mostly': { id: 'Terbanyak di RW {rw}.', en: 'Mostly in RW {rw}.' },
  'early.over': {
    id: 'Tidak di atas biasanya dalam 14 hari terakhir.',
    en: 'Not above the usual in the last 14 days.',
  },
  'early.how': { id: 'Cara menghitung', en: 'How it is counted' },
  'early.rule': {
    id: 'Laporan informasi per kategori dan desa/kelurahan: {least} atau lebih dalam {days} hari, dan peluang sebanyak itu menurut {weeks} minggu sebelumnya (Poisson) di bawah {medium}% (sedang) atau {high}% (tinggi). Peringatan meminta perhatian; belum tentu ada gangguan.',
    en: 'Information reports by category and village: {least} or more in {days} days, and by the {weeks} weeks before (Poisson) a chance of that many below {medium}% (medium) or {high}% (high). A warning asks for attention; it is no proof of trouble.',
  },
  'early.reports': { id: 'Laporan dalam 14 hari terakhir', en: 'Reports of the last 14 days' },
  'early.done': { id: 'Yang sudah dilakukan', en: 'What was done' },
  'early.nothingDone': { id: 'Belum ada yang dicatat.', en: 'Nothing is recorded yet.' },
  'early.answeredBy': { id: '{name}, {at}', en: '{name}, {at}' },
  'early.act': { id: 'Catat tindakan', en: 'Record what was done' },
  'early.note': { id: 'Apa yang dilakukan?', en: 'What was done?' },
  'early.noteHint': {
    id: 'Misalnya patroli malam di RW 05 bersama Satkamling. Tanpa nama narasumber.',
    en: 'For example night patrols in RW 05 with the neighbourhood watch. No names of sources.',
  },
  'early.noteShort': {
    id: 'Tulis tindakannya, 10 sampai 500 huruf',
    en: 'Write what was done, in 10 to 500 characters',
  },
  'early.noted': { id: 'Tindakan dicatat.', en: 'What was done is recorded.' },
  'early.all': { id: 'Semua peringatan', en: 'All warnings' },
} satisfies Record<string, Text>
