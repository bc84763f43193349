import type { Text } from '../kernel/locale.ts'

/** What is said of reports whose author has still to say that they are theirs. */
export const authorship = {
  'report.state.unacknowledged': { id: 'Menunggu pengakuan', en: 'Waiting for acknowledgement' },
  'report.state.disowned': { id: 'Tidak diakui', en: 'Not acknowledged' },
  'report.filter.menunggu-pengakuan': { id: 'Menunggu pengakuan', en: 'Waiting for acknowledgement' },
  'report.filter.tidak-diakui': { id: 'Tidak diakui', en: 'Not acknowledged' },
  'authorship.column': { id: 'Pengakuan penulis', en: 'Acknowledged by its author' },
  'authorship.endorsed': {
    id: 'Disahkan Kasat, tidak diakui penulis',
    en: 'Endorsed by the Kasat, not acknowledged by its author',
  },
  'authorship.isYours': { id: 'Apakah ini laporan Anda?', en: 'Is this your report?' },
  'authorship.yours': { id: 'Apakah ini laporan Anda?', en: 'Are these your reports?' },
  'authorship.awaitedFromYou': {
    id: 'Laporan ini tiba atas nama Anda dari HP yang tidak dikenal atau sudah dicabut. Baca isinya, lalu jawab. Selama belum dijawab, laporan ini tidak dihitung. Setelah {days} hari, Kasat Binmas bisa memutuskan.',
    en: 'This report came in your name from a phone that is not known or was revoked. Read it, then answer. Until then it is not counted. After {days} days the Kasat Binmas may decide.',
  },
  'authorship.awaited': {
    id: 'Laporan ini tiba dari HP yang tidak dikenal atau sudah dicabut. {name} belum menyatakan bahwa ini laporannya, jadi belum dihitung. Kasat Binmas bisa memutuskan mulai {at}.',
    en: 'This report came from a phone that is not known or was revoked. {name} has not said that it is theirs, so it is not counted. The Kasat Binmas may decide from {at}.',
  },
  'authorship.unanswered': {
    id: 'Laporan ini tiba dari HP yang tidak dikenal atau sudah dicabut. {name} tidak menjawab atau sudah tidak bertugas di sini, jadi belum dihitung. Kasat Binmas bisa memutuskan sekarang.',
    en: 'This report came from a phone that is not known or was revoked. {name} has not answered or no longer serves here, so it is not counted. The Kasat Binmas may decide now.',
  },
  'authorship.endorsedBy': {
    id: 'Penulisnya tidak menyatakan bahwa ini laporannya. {name} mengesahkannya {at}: {reason}',
    en: 'Its author has not said that it is theirs. {name} endorsed it {at}: {reason}',
  },
  'authorship.disownedBy': {
    id: '{author} menyatakan {at} bahwa ini bukan laporannya: {reason} Laporan ini tidak dihitung, dan kirimannya kembali ditahan.',
    en: '{author} said {at} that it is not their report: {reason} It is not counted, and its submission is held again.',
  },
  'authorship.rejectedBy': {
    id: 'Penulisnya tidak menyatakan bahwa ini laporannya. {name} menolaknya {at}: {reason} Laporan ini tidak dihitung.',
    en: 'Its author has not said that it is theirs. {name} rejected it {at}: {reason} It is not counted.',
  },
  'authorship.acknowledge': { id: 'Ini laporan saya', en: 'This is my report' },
  'authorship.disown': { id: 'Bukan laporan saya', en: 'Not my report' },
  'authorship.endorse': { id: 'Sahkan laporan', en: 'Endorse the report' },
  'authorship.reject': { id: 'Tolak laporan', en: 'Reject the report' },
  'authorship.disownTitle': { id: 'Ini bukan laporan saya', en: 'This is not my report' },
  'authorship.disownText': {
    id: 'Laporan tidak akan dihitung, dan Kasat serta Kapolres diberi tahu. Jawaban ini tidak bisa diubah.',
    en: 'The report will not be counted, and the Kasat and the Kapolres are told. This answer cannot be changed.',
  },
  'authorship.disownReason': {
    id: 'Mengapa ini bukan laporan Anda?',
    en: 'Why is this not your report?',
  },
  'authorship.endorseTitle': { id: 'Sahkan tanpa pengakuan penulis', en: 'Endorse without its author' },
  'authorship.endorseText': {
    id: 'Laporan akan dihitung dan diperiksa seperti laporan lain. Tanda bahwa penulisnya tidak mengakui tetap ada selamanya.',
    en: 'The report will count and be reviewed like any other. The mark that its author has not acknowledged it stays for ever.',
  },
  'authorship.endorseReason': {
    id: 'Dari mana Anda tahu bahwa laporan ini benar?',
    en: 'How do you know that this report is true?',
  },
  'authorship.rejectTitle': { id: 'Tolak laporan ini', en: 'Reject this report' },
  'authorship.rejectText': {
    id: 'Laporan tetap tersimpan, tetapi tidak dihitung. Keputusan ini tidak bisa diubah.',
    en: 'The report is kept but not counted. This decision cannot be changed.',
  },
  'authorship.rejectReason': { id: 'Mengapa laporan ini ditolak?', en: 'Why is this report rejected?' },
  'authorship.reasonShort': {
    id: 'Tulis alasan 10 sampai 500 karakter',
    en: 'Write a reason of 10 to 500 characters',
  },
  'authorship.disownedTitle': { id: 'Tidak diakui penulisnya', en: 'Disowned by their authors' },
  'authorship.disownedNote': {
    id: '{author} menyatakan {at} bahwa ini bukan laporannya. Kirimannya ditahan lagi.',
    en: '{author} said {at} that it is not their report. Its submission is held again.',
  },
  'authorship.awaitedKpi': { id: 'Menunggu pengakuan', en: 'Waiting for acknowledgement' },
  'quarantine.releasedToAuthor': {
    id: 'Laporan {number} menunggu pengakuan petugas yang disebut. Sampai diakui, belum dihitung.',
    en: 'Report {number} waits for the officer that it names to acknowledge it. It is not counted until then.',
  },
  'report.acknowledged': {
    id: 'Laporan {number} diakui. Sekarang dihitung dan menunggu diperiksa.',
    en: 'Report {number} acknowledged. It counts now and waits for review.',
  },
  'report.disowned': {
    id: 'Laporan {number} dinyatakan bukan laporan Anda. Kasat dan Kapolres diberi tahu.',
    en: 'Report {number} is marked as not yours. The Kasat and the Kapolres are told.',
  },
  'report.endorsed': {
    id: 'Laporan {number} disahkan tanpa pengakuan penulis.',
    en: 'Report {number} endorsed without its author.',
  },
  'report.rejected': { id: 'Laporan {number} ditolak.', en: 'Report {number} rejected.' },
  'audit.report.acknowledged': { id: 'Mengakui laporan sebagai miliknya', en: 'Acknowledged a report as their own' },
  'audit.report.disowned': { id: 'Menyatakan bukan laporannya', en: 'Disowned a report' },
  'audit.report.endorsed': { id: 'Mengesahkan laporan tanpa penulis', en: 'Endorsed a report without its author' },
  'audit.report.rejected': { id: 'Menolak laporan tanpa pengakuan', en: 'Rejected an unacknowledged report' },
  'report.history.report.acknowledged': { id: 'Diakui penulis', en: 'Acknowledged by its author' },
  'report.history.report.disowned': { id: 'Tidak diakui penulis', en: 'Disowned by its author' },
  'report.history.report.endorsed': { id: 'Disahkan tanpa penulis', en: 'Endorsed without its author' },
  'report.history.report.rejected': { id: 'Ditolak tanpa pengakuan', en: 'Rejected, not acknowledged' },
  'intake.held.disowned': {
    id: 'Petugas yang disebut menyatakan bahwa ini bukan laporannya.',
    en: 'The officer that it names has said that it is not theirs.',
  },
  'quarantine.askAuthor': {
    id: 'Bila dilepas, laporan ini menunggu pengakuan dari petugas yang disebut, dan belum dihitung.',
    en: 'Once released, the report waits for the officer that it names to acknowledge it, and is not counted until then.',
  },
  'help.words.unacknowledged': {
    id: 'Tiba dari HP yang tidak dikenal atau sudah dicabut. Petugas yang disebut perlu menyatakan apakah ini laporannya. Belum dihitung.',
    en: 'It came from a phone that is not known or was revoked. The officer that it names says whether it is theirs. Not counted yet.',
  },
  'help.words.disowned': {
    id: 'Petugas menyatakan ini bukan laporannya, atau Kasat menolaknya setelah tidak dijawab. Tetap tersimpan, tetapi tidak dihitung.',
    en: 'The officer has said that it is not theirs, or the Kasat rejected it without an answer. It is kept but not counted.',
  },
} satisfies Record<string, Text>
