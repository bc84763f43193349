import type { Text } from '../kernel/locale.ts'

/** Days on which an officer is not expected to report. */
export const absence = {
  'absence.title': { id: 'Ketidakhadiran', en: 'Absences' },
  'absence.lead': {
    id: 'Hari tidak hadir tidak dihitung sebagai hari tanpa kabar. Laporan yang dikirim pada hari itu dihitung seperti biasa.',
    en: 'Days of absence are not counted as silent days. Reports filed on such a day count as usual.',
  },
  'absence.add': { id: 'Catat ketidakhadiran', en: 'Record an absence' },
  'absence.kind': { id: 'Jenis', en: 'Kind' },
  'absence.kind.cuti': { id: 'Cuti', en: 'Leave' },
  'absence.kind.sakit': { id: 'Sakit', en: 'Sick' },
  'absence.kind.izin': { id: 'Izin', en: 'Excused' },
  'absence.kind.dinas-luar': { id: 'Dinas luar atau BKO', en: 'Duty elsewhere or BKO' },
  'absence.kind.pendidikan': { id: 'Pendidikan', en: 'Training' },
  'absence.officer': { id: 'Petugas', en: 'Officer' },
  'absence.officerEmpty': { id: 'Pilih petugasnya', en: 'Choose the officer' },
  'absence.kindEmpty': { id: 'Pilih jenisnya', en: 'Choose the kind' },
  'absence.fromEmpty': { id: 'Isi tanggal pertama', en: 'Enter the first day' },
  'absence.untilEmpty': { id: 'Isi tanggal terakhir', en: 'Enter the last day' },
  'absence.from': { id: 'Dari tanggal', en: 'From' },
  'absence.until': { id: 'Sampai tanggal', en: 'Until' },
  'absence.untilHint': { id: 'Hari terakhir tidak hadir.', en: 'The last day of absence.' },
  'absence.note': { id: 'Tempat dinas', en: 'Where the duty is' },
  'absence.noteHint': {
    id: 'Contoh: BKO di Polres Kuningan.',
    en: 'For example: BKO at Polres Kuningan.',
  },
  'absence.noteOnly': {
    id: 'Tempat dinas hanya diisi untuk dinas luar atau BKO',
    en: 'Say where only for duty elsewhere or BKO',
  },
  'absence.tooOld': { id: 'Paling jauh {days} hari ke belakang', en: 'At most {days} {days|day|days} back' },
  'absence.tooFar': { id: 'Paling jauh {days} hari ke depan', en: 'At most {days} {days|day|days} ahead' },
  'absence.untilTooEarly': {
    id: 'Hari terakhir tidak boleh sebelum hari pertama, {day}',
    en: 'The last day may not lie before the first, {day}',
  },
  'absence.overlaps': {
    id: 'Petugas ini sudah dicatat tidak hadir: {kind}, {span}. Ubah atau batalkan catatan itu, atau pilih tanggal lain',
    en: 'This officer is recorded as absent already: {kind}, {span}. Change or cancel that, or choose other dates',
  },
  'absence.overlapsNow': {
    id: 'Petugas ini baru saja dicatat tidak hadir pada hari-hari itu. Buka lagi halaman Ketidakhadiran.',
    en: 'This officer was just recorded as absent on those days. Open the absences again.',
  },
  'absence.changedNow': {
    id: 'Catatan ini baru saja diubah atau dibatalkan. Buka lagi halaman Ketidakhadiran.',
    en: 'This absence was just changed or cancelled. Open the absences again.',
  },
  'absence.save': { id: 'Catat', en: 'Record' },
  'absence.recorded': { id: '{name} dicatat tidak hadir, {span}.', en: '{name} is recorded as absent, {span}.' },
  'absence.running': { id: 'Sedang tidak hadir', en: 'Absent now' },
  'absence.noneRunning': {
    id: 'Tidak ada yang dicatat tidak hadir hari ini.',
    en: 'Nobody is recorded as absent today.',
  },
  'absence.coming': { id: 'Akan datang', en: 'Coming' },
  'absence.past': { id: '{days} hari terakhir', en: 'The last {days} {days|day|days}' },
  'absence.line': { id: '{kind}, {span}', en: '{kind}, {span}' },
  'absence.by': { id: 'Dicatat oleh {name}', en: 'Recorded by {name}' },
  'absence.end': { id: 'Ubah hari terakhir', en: 'Change the last day' },
  'absence.endOf': { id: 'Ubah hari terakhir: {name}, {span}', en: 'Change the last day: {name}, {span}' },
  'absence.redated': {
    id: 'Ketidakhadiran {name} sekarang {span}.',
    en: 'The absence of {name} is now {span}.',
  },
  'absence.cancel': { id: 'Batalkan', en: 'Cancel' },
  'absence.cancelOf': { id: 'Batalkan: {name}, {span}', en: 'Cancel: {name}, {span}' },
  'absence.cancelled': {
    id: 'Dibatalkan: {name}, {span}. Keliru? Isian di bawah tinggal dicatat lagi.',
    en: 'Cancelled: {name}, {span}. By mistake? The form below is filled in to record it again.',
  },
  'absence.mine': {
    id: 'Anda dicatat tidak hadir: {kind}, {span}. Hari ini tidak dihitung tanpa kabar.',
    en: 'You are recorded as absent: {kind}, {span}. Today does not count as silent.',
  },
  'audit.absence.recorded': { id: 'Mencatat ketidakhadiran', en: 'Recorded an absence' },
  'audit.absence.redated': {
    id: 'Mengubah hari terakhir ketidakhadiran',
    en: 'Changed the last day of an absence',
  },
  'audit.absence.cancelled': { id: 'Membatalkan ketidakhadiran', en: 'Cancelled an absence' },
} satisfies Record<string, Text>
