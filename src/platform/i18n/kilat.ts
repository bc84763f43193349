import type { Text } from '../../kernel/locale.ts'

/** Laporan kilat, its completion, and nihil. */
export const kilat = {
  'nihil.button': { id: 'Nihil', en: 'Nihil' },
  'nihil.title': { id: 'Tidak ada kegiatan hari ini?', en: 'Nothing to report today?' },
  'nihil.ask': {
    id: 'Catat hari ini tanpa kejadian? Dihitung sebagai lapor, bukan sebagai kunjungan.',
    en: 'Record today as without events? It counts as reporting, not as a visit.',
  },
  'nihil.said': { id: 'Hari ini dicatat nihil pukul {time}.', en: 'Today was recorded as nihil at {time}.' },
  'nihil.replaced': {
    id: 'Nihil pukul {time} tidak dihitung lagi, karena sudah ada laporan hari ini.',
    en: 'The nihil of {time} no longer counts, because there is a report of today.',
  },
  'nihil.withdraw': { id: 'Batalkan nihil', en: 'Take nihil back' },
  'nihil.filed': { id: 'Hari ini dicatat nihil.', en: 'Today is recorded as nihil.' },
  'nihil.withdrawn': { id: 'Nihil hari ini dibatalkan.', en: 'Today’s nihil is taken back.' },
  'nihil.hasReports': {
    id: 'Sudah ada laporan Anda untuk hari ini, jadi nihil tidak dicatat.',
    en: 'You have a report for today, so nihil is not recorded.',
  },
  'audit.nihil.filed': { id: 'Mencatat hari nihil', en: 'Recorded a nihil day' },
  'audit.nihil.withdrawn': { id: 'Membatalkan hari nihil', en: 'Took a nihil day back' },
} satisfies Record<string, Text>
