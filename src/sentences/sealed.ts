import type { Text } from '../kernel/locale.ts'

/** Sealed answers: who the source of a report is. */
export const sealed = {
  'sealed.title': { id: 'Narasumber disegel', en: 'Sealed source' },
  'sealed.form': {
    id: 'Disegel saat disimpan. Hanya Anda dan Kasat Binmas yang dapat membukanya, dengan alasan yang tercatat. Tidak ikut dicetak atau diunduh.',
    en: 'Sealed when saved. Only you and the Kasat Binmas can open it, with a reason that is recorded. Not printed or downloaded.',
  },
  'sealed.kept': {
    id: 'Sudah tersimpan dan tidak ditampilkan. Isi hanya bila perlu diganti.',
    en: 'One is kept and not shown. Fill in only to replace it.',
  },
  'sealed.mayReveal': {
    id: 'Identitas narasumber tidak ikut tampil, dicetak, atau diunduh. Setiap pembukaan tercatat dan terlihat oleh penulis laporan.',
    en: 'The identity of the source is not shown, printed or downloaded. Each opening is recorded and seen by the author.',
  },
  'sealed.mayNotReveal': {
    id: 'Hanya penulis laporan dan Kasat Binmas yang dapat membuka identitas narasumber.',
    en: 'Only the author and the Kasat Binmas can open the identity of the source.',
  },
  'sealed.reveal': { id: 'Buka narasumber', en: 'Open the source' },
  'sealed.reason': { id: 'Untuk apa narasumber ini dibuka?', en: 'What is this source opened for?' },
  'sealed.reasonHint': {
    id: 'Nama Anda, waktu, dan alasan ini tercatat. Penulis laporan dapat membacanya.',
    en: 'Your name, the time and this reason are recorded. The author can read them.',
  },
  'sealed.reasonShort': { id: 'Tulis alasan 10 sampai 200 huruf', en: 'Write a reason of 10 to 200 characters' },
  'sealed.revealed': {
    id: 'Dibuka dan tercatat. Tutup halaman ini setelah dibaca. Jangan difoto atau disalin.',
    en: 'Opened and recorded. Close this page after reading. Do not photograph or copy it.',
  },
  'report.history.source.revealed': { id: 'Membuka narasumber', en: 'Opened the source' },
  'audit.source.revealed': { id: 'Membuka narasumber sebuah laporan', en: 'Opened the source of a report' },
} satisfies Record<string, Text>
