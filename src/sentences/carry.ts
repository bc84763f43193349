import type { Text } from '../kernel/locale.ts'

/** What is said of files that are carried from a phone to a desk. */
export const carry = {
  'carry.title': { id: 'Serahkan berkas kiriman', en: 'Hand in submission files' },
  'carry.noSignal': { id: 'HP petugas tidak menemukan sinyal?', en: 'A phone finds no signal?' },
  'carry.lead': {
    id: 'Untuk laporan dari HP yang tidak menemukan sinyal. Petugas menekan “Simpan berkas untuk Polsek” di Antrean kirim, lalu berkasnya dibawa ke sini.',
    en: 'For reports on a phone that finds no signal. The officer presses “Save a file for the Polsek” in the send queue, and the file is brought here.',
  },
  'carry.author': {
    id: 'Pelapornya tetap petugas yang membuatnya. Nama Anda tercatat sebagai yang menyerahkan.',
    en: 'The officer who wrote it remains the author. Your name is kept as the one who handed it in.',
  },
  'carry.files': { id: 'Berkas kiriman', en: 'Submission files' },
  'carry.filesHint': {
    id: 'Namanya bos-kiriman-….jsonl, paling besar 25 MB. Boleh beberapa sekaligus, bersama-sama paling banyak 30 MB.',
    en: 'Named bos-kiriman-….jsonl, 25 MB at most. Several at once are fine, 30 MB together.',
  },
  'carry.send': { id: 'Serahkan', en: 'Hand in' },
  'carry.sendAgain': { id: 'Serahkan berkas lain', en: 'Hand in other files' },
  'carry.result': { id: 'Hasilnya', en: 'What came of it' },
  'carry.elsewhere': { id: 'Petugas satuan lain', en: 'An officer of another unit' },
  'carry.written': { id: 'Ditulis {at}', en: 'Written {at}' },
  'carry.state.new': { id: 'Diterima', en: 'Accepted' },
  'carry.state.known': { id: 'Sudah ada', en: 'Here already' },
  'carry.state.faulty': { id: 'Perlu diperbaiki', en: 'Needs mending' },
  'carry.state.held': { id: 'Ditahan', en: 'Held' },
  'carry.state.later': { id: 'Belum masuk', en: 'Not in yet' },
  'carry.number': { id: 'Nomor {number}, kode {code}', en: 'Number {number}, code {code}' },
  'carry.faulty': {
    id: 'Tersimpan di server. Ada isian yang harus dibetulkan petugasnya: laporannya menunggu di Draf miliknya.',
    en: 'Kept by the server. Its officer must mend some answers: it waits among his drafts.',
  },
  'carry.held': {
    id: '{why} Tersimpan utuh. Kasat Binmas memutuskannya di halaman Kiriman yang ditahan.',
    en: '{why} It is kept whole. The Kasat Binmas decides on it at the page of held submissions.',
  },
  'carry.conflict': {
    id: 'Laporannya sudah ada dengan isi lain. Keduanya disimpan, dan Kasat Binmas melihatnya di halaman Kiriman yang ditahan.',
    en: 'The report is here already with other content. Both are kept, and the Kasat Binmas sees it at the page of held submissions.',
  },
  'carry.later': {
    id: 'Server belum sempat menyimpannya. Serahkan berkas yang sama sekali lagi: yang sudah masuk tidak menjadi dua.',
    en: 'The server has not kept it yet. Hand in the same file once more: what is in already does not become two.',
  },
  'carry.photosHere': { id: '{count} foto tersimpan.', en: 'Photos kept: {count}.' },
  'carry.photosAwaited': {
    id: '{count} foto tidak ada di berkas ini; HP petugas mengirimnya saat tersambung.',
    en: 'Photos not in this file: {count}. The phone sends them once it is connected.',
  },
  'carry.photosUnreadable': { id: '{count} foto tidak terbaca.', en: 'Photos that cannot be read: {count}.' },
  'carry.open': { id: 'Buka laporan', en: 'Open the report' },
  'carry.next': { id: 'Selanjutnya', en: 'What next' },
  'carry.nextNumbers': {
    id: 'Beri tahu petugas nomor dan kodenya.',
    en: 'Tell the officer the number and the code.',
  },
  'carry.nextQueue': {
    id: 'Antrean di HP petugas jangan dihapus: begitu tersambung, HP itu menerima tanda terima yang sama dan mengosongkannya sendiri. Tidak ada berkas yang perlu dibawa kembali.',
    en: 'The queue on the phone is not to be deleted: once connected, it gets the same receipt and empties the queue by itself. There is no file to carry back.',
  },
  'carry.heldLink': { id: 'Kiriman yang ditahan', en: 'Held submissions' },
  'carry.none': { id: 'Pilih berkas kiriman dulu.', en: 'Choose a submission file first.' },
  'carry.empty': {
    id: '{name}: berkasnya kosong. Simpan sekali lagi di HP petugas.',
    en: '{name}: the file is empty. Save it once more on the phone.',
  },
  'carry.tooBig': {
    id: '{name}: {size} MB, lebih dari 25 MB. Berkas dari Antrean kirim tidak sebesar itu.',
    en: '{name}: {size} MB, more than 25 MB. Files from the send queue are not that big.',
  },
  'carry.tooMuch': {
    id: '{name}: {size} MB, tidak muat lagi. Sekali serah paling banyak 30 MB; serahkan berkas ini sendiri.',
    en: '{name}: {size} MB, no room left. At most 30 MB at once; hand this file in by itself.',
  },
  'carry.notOurs': {
    id: '{name}: bukan berkas kiriman. Pilih berkas bernama bos-kiriman-….jsonl.',
    en: '{name}: not a submission file. Choose the one named bos-kiriman-….jsonl.',
  },
  'carry.nothingIn': {
    id: '{name}: tidak ada kiriman yang terbaca di dalamnya. Simpan sekali lagi di HP petugas.',
    en: '{name}: no submission in it can be read. Save it once more on the phone.',
  },
  'carry.damaged': {
    id: '{name}: {count} kiriman rusak atau terpotong. Simpan berkasnya sekali lagi di HP petugas, lalu serahkan lagi.',
    en: '{name}: damaged or cut off: {count}. Save the file once more on the phone, and hand it in again.',
  },
  'carry.tooMany': {
    id: 'Sekali serah paling banyak {most} kiriman. Belum masuk: {rest}. Serahkan berkas yang sama sekali lagi untuk sisanya.',
    en: 'At most {most} submissions at once. Not in yet: {rest}. Hand in the same files once more for the rest.',
  },
  'audit.envelope.carried': { id: 'Menyerahkan kiriman dari HP', en: 'Handed in what a phone had kept' },
  'report.history.envelope.released': {
    id: 'Kiriman yang ditahan diterima sebagai laporan oleh',
    en: 'What was held was filed as a report by',
  },
  'report.history.envelope.carried': { id: 'Diserahkan lewat Polsek oleh', en: 'Handed in at the Polsek by' },
} satisfies Record<string, Text>
