import type { Text } from '../kernel/locale.ts'

/** The morning sheet: of whom anything was heard on a day, and of whom not. */
export const morning = {
  'morning.title': { id: 'Lembar pagi', en: 'Morning sheet' },
  'morning.lead': {
    id: 'Setiap petugas yang punya wilayah binaan hari itu, yang tanpa kabar lebih dulu.',
    en: 'Each officer with assigned areas on that day, the silent ones first.',
  },
  'morning.day': { id: 'Tanggal', en: 'Date' },
  'morning.unit': { id: 'Polsek', en: 'Polsek' },
  'morning.allUnits': { id: 'Semua polsek', en: 'All polsek' },
  'morning.earlier': { id: 'Hari sebelumnya', en: 'Previous day' },
  'morning.later': { id: 'Hari berikutnya', en: 'Next day' },
  'morning.sum': { id: 'Per polsek', en: 'By polsek' },
  'morning.officers': { id: 'Petugas', en: 'Officers' },
  'morning.silent': { id: 'Tanpa kabar', en: 'Silent' },
  'morning.absent': { id: 'Tidak hadir', en: 'Absent' },
  'morning.nihil': { id: 'Nihil', en: 'Nihil' },
  'morning.reported': { id: 'Melapor', en: 'Reported' },
  'morning.total': { id: 'Jumlah', en: 'Total' },
  'morning.officer': { id: 'Petugas', en: 'Officer' },
  'morning.state': { id: 'Keadaan', en: 'State' },
  'morning.phone': { id: 'Telepon', en: 'Phone' },
  'morning.reports': { id: '{count} laporan', en: '{count} {count|report|reports}' },
  'morning.reportedElsewhere': { id: 'Melapor dari satuan lain', en: 'Reported from another unit' },
  'morning.nihilAt': { id: 'Nihil, pukul {time}', en: 'Nihil, at {time}' },
  'morning.absentUntil': { id: '{kind}, sampai {day}', en: '{kind}, until {day}' },
  'morning.onPhone': {
    id: '{count} kiriman masih di HP',
    en: '{count} {count|submission|submissions} still on the phone',
  },
  'morning.call': { id: 'Telepon {name}, {number}', en: 'Call {name}, {number}' },
  'morning.record': { id: 'Catat tidak hadir', en: 'Record as absent' },
  'morning.recordOf': { id: 'Catat tidak hadir: {name}', en: 'Record as absent: {name}' },
  'morning.allHeard': { id: 'Tidak ada yang tanpa kabar.', en: 'Nobody is silent.' },
  'morning.empty': {
    id: 'Tidak ada petugas yang punya wilayah binaan pada hari itu.',
    en: 'No officer had assigned areas on that day.',
  },
  'morning.onPhoneRule': {
    id: 'Masih di HP: sekitar hari itu ada nomor urut kiriman dari HP petugas yang terlewat; mungkin ada laporan yang belum terkirim.',
    en: 'Still on the phone: around that day a number is missing among those that the officer’s phone gives to what it sends; a report may not have arrived yet.',
  },
  'morning.running': {
    id: 'Hari ini masih berjalan: yang tanpa kabar masih bisa melapor.',
    en: 'The day is still running: who is silent may still report.',
  },
  'morning.head': {
    id: 'Sidik audit {head}. Simpan lembar ini: dengan sidik ini dapat diperiksa apakah data lama diubah (halaman Keutuhan data).',
    en: 'Audit digest {head}. Keep this sheet: with this digest it can be checked whether older data were changed (page Integrity of data).',
  },
  'morning.printTitle': { id: 'Lembar pagi Bhabinkamtibmas', en: 'Morning sheet of the Bhabinkamtibmas' },
  'morning.printDay': { id: 'Laporan hari {day}', en: 'Reports of {day}' },
  'morning.printAbout': { id: '{unit}, keadaan {at}', en: '{unit}, as of {at}' },
  'morning.link': { id: 'Buka lembar pagi', en: 'Open the morning sheet' },
  'home.silentYesterday': { id: 'Tanpa kabar kemarin', en: 'Silent yesterday' },
} satisfies Record<string, Text>
