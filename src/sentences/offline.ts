import type { Text } from '../kernel/locale.ts'

/** What a phone says of itself: what it keeps, and what it cannot open. */
export const offline = {
  'offline.title': { id: 'Halaman ini belum tersimpan di HP', en: 'This page is not on your phone yet' },
  'offline.canOpen': { id: 'Yang bisa dibuka sekarang:', en: 'You can open:' },
  'offline.noneKept': {
    id: 'Belum ada halaman yang tersimpan di HP ini. Cari sinyal, lalu coba lagi.',
    en: 'No page is on this phone yet. Find a signal, then try again.',
  },
  'offline.tryAgain': { id: 'Coba lagi', en: 'Try again' },
  'offline.newRelease': { id: 'Versi baru siap.', en: 'New version ready.' },
  'offline.reload': { id: 'Muat ulang', en: 'Reload' },
  'offline.whenDone': { id: 'setelah selesai mengisi.', en: 'when you are done.' },
  'offline.saved': { id: 'Tersimpan {time}', en: 'Saved {time}' },
  'offline.restored': { id: 'Dipulihkan dari {time}', en: 'Restored from {time}' },
  'offline.unsaved': { id: 'Belum tersimpan di HP', en: 'Not saved on this phone' },
  'offline.unkept': {
    id: 'HP ini tidak menyimpan isian formulir ini: penyimpanannya penuh atau tertutup, atau Anda harus masuk lagi. Jangan tutup halaman ini sebelum laporan terkirim.',
    en: 'This phone does not keep what you enter in this form: its storage is full or closed, or you must sign in again. Do not close this page before the report is sent.',
  },
  'offline.unkeptAway': {
    id: 'Server tidak terjangkau, dan HP ini tidak menyimpan isian ini. Biarkan halaman ini terbuka, lalu tekan lagi saat ada sinyal.',
    en: 'The server cannot be reached, and this phone does not keep what you entered. Leave this page open, and press again when there is a signal.',
  },
  'offline.elsewhere': {
    id: 'Laporan ini sedang dibuka di tab lain. Yang diketik di tab ini tidak disimpan.',
    en: 'This report is open in another tab. What is typed in this tab is not saved.',
  },
  'offline.photoAtServer': { id: 'Sudah di server', en: 'Already on the server' },
  'offline.drafts': { id: 'Draf di HP ini', en: 'Drafts on this phone' },
  'offline.draftText': {
    id: 'Tersimpan di HP {at}, {done} dari {all} isian',
    en: 'Saved on this phone {at}, answers {done} of {all}',
  },
  'offline.removeDraft': { id: 'Hapus draf', en: 'Delete draft' },
  'offline.removeSurely': {
    id: 'Ya, hapus. Tidak bisa dikembalikan',
    en: 'Yes, delete. It cannot be undone',
  },
  'offline.draftPlain': { id: 'Tersimpan di HP {at}', en: 'Saved on this phone {at}' },
  'offline.draftHere': {
    id: 'Ada draf {title} di HP ini dari {at}.',
    en: 'There is a draft of {title} on this phone, from {at}.',
  },
  'offline.goOn': { id: 'Lanjutkan', en: 'Continue' },
  'offline.noServer': { id: 'Server tidak terjangkau.', en: 'The server cannot be reached.' },
  'offline.checkText': {
    id: 'Laporan Anda disimpan di antrean HP ini dan terkirim sendiri begitu ada sinyal.',
    en: 'Your report is put in the outbox of this phone and sent by itself once there is signal.',
  },
  'offline.checkTextReopen': {
    id: 'Laporan Anda disimpan di antrean HP ini. Browser ini tidak mengirim selama BOS tertutup: buka BOS lagi saat ada sinyal.',
    en: 'Your report is put in the outbox of this phone. This browser sends nothing while BOS is closed: open BOS again when there is a signal.',
  },
  'offline.edit': { id: 'Ubah', en: 'Change' },
  'offline.putInQueue': { id: 'Simpan ke antrean kirim', en: 'Put in the outbox' },
  'offline.draftKept': {
    id: 'Server tidak terjangkau. Isian tersimpan di HP ini. Coba lagi saat ada sinyal.',
    en: 'The server cannot be reached. Your entries are safe on this phone. Try again with signal.',
  },
  'offline.searchLabel': { id: 'Cari nama atau RT', en: 'Search by name or RT' },
  'offline.searchCount': { id: '{count} dari {all} yang tersimpan di HP ini', en: '{count} of {all} on this phone' },
  'offline.searchAtServer': { id: 'Cari di server atau catat baru', en: 'Search on the server or add a new one' },
  'offline.newNeedsServer': {
    id: 'Server tidak terjangkau. Yang belum tercatat hanya bisa dicatat saat ada sinyal: isian Anda tersimpan di HP ini, lanjutkan nanti.',
    en: 'The server cannot be reached. Somebody new can be registered only with signal: your entries are safe on this phone, go on later.',
  },
  'offline.notKept': { id: 'Buka sekali saat ada sinyal', en: 'Open once with signal' },
} satisfies Record<string, Text>
