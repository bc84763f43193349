import type { Text } from '../../kernel/locale.ts'

/** What a phone says of itself: what it keeps, and what it cannot open. */
export const offline = {
  'offline.title': { id: 'Halaman ini belum tersimpan di HP', en: 'This page is not on your phone yet' },
  'offline.canOpen': { id: 'Yang bisa dibuka sekarang:', en: 'You can open:' },
  'offline.tryAgain': { id: 'Coba lagi', en: 'Try again' },
  'offline.newRelease': { id: 'Versi baru siap.', en: 'New version ready.' },
  'offline.reload': { id: 'Muat ulang', en: 'Reload' },
  'offline.whenDone': { id: 'setelah selesai mengisi.', en: 'when you are done.' },
  'offline.saved': { id: 'Tersimpan {time}', en: 'Saved {time}' },
  'offline.restored': { id: 'Dipulihkan dari {time}', en: 'Restored from {time}' },
  'offline.unsaved': { id: 'Belum tersimpan di HP', en: 'Not saved on this phone' },
  'offline.elsewhere': {
    id: 'Laporan ini sedang dibuka di tab lain. Yang diketik di tab ini tidak disimpan.',
    en: 'This report is open in another tab. What is typed in this tab is not saved.',
  },
  'offline.photoAtServer': { id: 'Sudah di server', en: 'Already on the server' },
  'offline.drafts': { id: 'Draf di HP ini', en: 'Drafts on this phone' },
  'offline.draftText': {
    id: 'Tersimpan di HP {at}, {done} dari {all} isian',
    en: 'Saved on this phone {at}, {done} of {all} answers',
  },
  'offline.removeDraft': { id: 'Hapus draf', en: 'Delete draft' },
  'offline.removeSurely': {
    id: 'Ya, hapus. Tidak bisa dikembalikan',
    en: 'Yes, delete. It cannot be undone',
  },
  'offline.draftHere': {
    id: 'Ada draf {title} di HP ini dari {at}.',
    en: 'There is a draft of {title} on this phone, from {at}.',
  },
  'offline.goOn': { id: 'Lanjutkan', en: 'Continue' },
  'offline.notKept': { id: 'Buka sekali saat ada sinyal', en: 'Open once with signal' },
} satisfies Record<string, Text>
