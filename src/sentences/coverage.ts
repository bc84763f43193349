import type { Text } from '../kernel/locale.ts'

export const coverage = {
  'coverage.title': { id: 'Cakupan kunjungan', en: 'Coverage of visits' },
  'coverage.titleOf': { id: 'Cakupan {village}', en: 'Coverage of {village}' },
  'coverage.lead': {
    id: 'Keluarga yang terdaftar dan yang dikunjungi dalam 90 hari terakhir.',
    en: 'Households registered, and those visited in the last 90 days.',
  },
  'coverage.withoutTitle': { id: 'Tanpa petugas:', en: 'Without an officer:' },
  'coverage.without': { id: '{villages}.', en: '{villages}.' },
  'coverage.nobody': { id: 'Belum ada petugas', en: 'No officer' },
  'coverage.village': { id: 'Wilayah', en: 'Village' },
  'coverage.officer': { id: 'Petugas', en: 'Officer' },
  'coverage.households': { id: 'Keluarga terdaftar', en: 'Households registered' },
  'coverage.householdsShort': { id: 'Keluarga', en: 'Households' },
  'coverage.visited': { id: 'Dikunjungi dalam 90 hari', en: 'Visited within 90 days' },
  'coverage.visitedShort': { id: '90 hari', en: '90 days' },
  'coverage.visitedOf': {
    id: '{visited} dari {households} keluarga',
    en: '{visited} of {households} {households|household|households}',
  },
  'coverage.neverVisited': { id: 'Belum pernah', en: 'Never visited' },
  'coverage.last': { id: 'Terakhir', en: 'Last visit' },
  'coverage.lastVisit': { id: 'Kunjungan terakhir', en: 'Last visit' },
  'coverage.never': { id: 'Belum pernah', en: 'Never' },
  'coverage.today': { id: 'Hari ini', en: 'Today' },
  'coverage.days': { id: '{count} hari lalu', en: '{count} {count|day|days} ago' },
  'coverage.rw': { id: 'RW', en: 'RW' },
  'coverage.grid': { id: 'Kunjungan per RW, 12 minggu terakhir', en: 'Visits by RW, last 12 weeks' },
  'coverage.legend': {
    id: 'Angka adalah jumlah kunjungan pada minggu yang mulai hari itu. Makin gelap, makin banyak.',
    en: 'Each number counts the visits in the week that begins on that day. Darker is more.',
  },
  'coverage.due': { id: 'Perlu dikunjungi', en: 'To be visited' },
  'coverage.noneDue': {
    id: 'Semua keluarga sudah dikunjungi dalam 90 hari terakhir.',
    en: 'Every household was visited within the last 90 days.',
  },
  'coverage.household': { id: 'Kepala keluarga', en: 'Head of household' },
  'coverage.place': { id: 'RT RW', en: 'RT RW' },
  'coverage.empty': {
    id: 'Belum ada keluarga yang terdaftar di wilayah ini.',
    en: 'No household is registered in this village yet.',
  },
  'coverage.printTitle': { id: 'Cakupan kunjungan {village}', en: 'Coverage of visits, {village}' },
  'coverage.printPeriod': { id: 'Periode {period}', en: 'Period {period}' },
  'coverage.printOfficer': { id: 'Petugas: {officers}', en: 'Officer: {officers}' },
} satisfies Record<string, Text>
