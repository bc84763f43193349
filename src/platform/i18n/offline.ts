import type { Text } from '../../kernel/locale.ts'

/** What a phone says of itself: what it keeps, and what it cannot open. */
export const offline = {
  'offline.title': { id: 'Halaman ini belum tersimpan di HP', en: 'This page is not on your phone yet' },
  'offline.canOpen': { id: 'Yang bisa dibuka sekarang:', en: 'You can open:' },
  'offline.tryAgain': { id: 'Coba lagi', en: 'Try again' },
  'offline.newRelease': { id: 'Versi baru siap.', en: 'New version ready.' },
  'offline.reload': { id: 'Muat ulang', en: 'Reload' },
  'offline.whenDone': { id: 'setelah selesai mengisi.', en: 'when you are done.' },
  'offline.notKept': { id: 'Buka sekali saat ada sinyal', en: 'Open once with signal' },
} satisfies Record<string, Text>
