import type { Text } from '../../kernel/locale.ts'

/** The states that volume brings, the queue, decisions on many, and what a polres decides for itself. */
export const review = {
  'report.filter.kilat': { id: 'Kilat', en: 'Flash' },
  'report.filter.diperiksa': { id: 'Diperiksa Kanit', en: 'Read by the Kanit' },
  'report.filter.ditarik': { id: 'Ditarik', en: 'Recalled' },
  'report.filter.tanpa-dibaca': { id: 'Tanpa dibaca', en: 'Unread' },
  'report.filter.duplikat': { id: 'Duplikat', en: 'Duplicates' },
  'audit.report.completed': { id: 'Melengkapi laporan kilat', en: 'Completed a flash report' },
  'audit.report.checked': { id: 'Memeriksa laporan di polsek', en: 'Read a report at the polsek' },
  'audit.report.accepted': { id: 'Menerima laporan tanpa dibaca', en: 'Accepted a report unread' },
  'audit.report.undone': { id: 'Membatalkan keputusan bersama', en: 'Undid a decision on many' },
  'audit.report.recalled': { id: 'Menarik laporan', en: 'Recalled a report' },
  'audit.report.resent': { id: 'Mengirim lagi laporan yang ditarik', en: 'Sent a recalled report again' },
  'audit.report.markedDuplicate': { id: 'Menandai laporan sebagai duplikat', en: 'Marked a report as a duplicate' },
  'audit.report.supplemented': { id: 'Menambah catatan pada laporan', en: 'Added a note to a report' },
  'audit.setting.changed': { id: 'Mengubah pengaturan polres', en: 'Changed a setting of the polres' },
  'report.history.report.completed': { id: 'Dilengkapi', en: 'Completed' },
  'report.history.report.checked': { id: 'Diperiksa Kanit', en: 'Read by the Kanit' },
  'report.history.report.accepted': { id: 'Diterima tanpa dibaca', en: 'Accepted unread' },
  'report.history.report.undone': { id: 'Keputusan dibatalkan', en: 'Decision undone' },
  'report.history.report.recalled': { id: 'Ditarik petugas', en: 'Recalled by the officer' },
  'report.history.report.resent': { id: 'Dikirim lagi', en: 'Sent again' },
  'report.history.report.markedDuplicate': { id: 'Ditandai duplikat', en: 'Marked as a duplicate' },
  'report.history.report.supplemented': { id: 'Catatan ditambahkan', en: 'Note added' },
  'help.words.brief': {
    id: 'Laporan singkat untuk menjaga batas waktu. Rinciannya perlu dilengkapi.',
    en: 'A short report that keeps the deadline. Its detail is still to come.',
  },
  'help.words.checked': {
    id: 'Sudah dibaca Kanit Binmas, menunggu keputusan Polres.',
    en: 'Read by the Kanit Binmas, waits for the decision of the Polres.',
  },
  'help.words.recalled': {
    id: 'Ditarik petugas sebelum diperiksa. Semua isian bisa diubah, lalu dikirim lagi.',
    en: 'Taken back by the officer before the review. All answers can be changed and sent again.',
  },
  'help.words.accepted': {
    id: 'Laporan rutin tanpa tanda yang diterima tanpa dibaca. Bukan terverifikasi; masih bisa diverifikasi atau dikembalikan.',
    en: 'A routine report without marks, accepted unread. It is not verified; it can still be verified or returned.',
  },
  'help.words.duplicate': {
    id: 'Kegiatannya sudah ada di laporan lain. Tetap tersimpan, tetapi tidak dihitung.',
    en: 'Another report tells of the same activity. It is kept but not counted.',
  },
} satisfies Record<string, Text>
