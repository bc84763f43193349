import type { Text } from '../kernel/locale.ts'

/** The check of the audit's chain and of all that it covers. */
export const integrity = {
  'integrity.title': { id: 'Keutuhan data', en: 'Integrity of data' },
  'integrity.lead': {
    id: 'Memeriksa apakah catatan audit, laporan, foto, dan keputusan masih seperti yang ditulis, juga bila ada yang mengubahnya langsung di database.',
    en: 'Checks whether audit entries, reports, photos and decisions are still as they were written, also if somebody changed them in the database itself.',
  },
  'integrity.head': { id: 'Sidik dari lembar pagi (boleh dikosongkan)', en: 'Digest from a morning sheet (optional)' },
  'integrity.headHint': {
    id: 'Salin dari kaki lembar pagi yang tercetak. Tanpa sidik, bagian akhir yang dipotong tidak ketahuan.',
    en: 'Copy it from the foot of a printed morning sheet. Without it, an end that was cut off stays unseen.',
  },
  'integrity.headWrong': {
    id: 'Sidik terdiri atas angka 0–9 dan huruf a–f, paling sedikit 16. Salin lagi dari lembar pagi.',
    en: 'A digest is made of the digits 0–9 and the letters a–f, at least 16 of them. Copy it again from the sheet.',
  },
  'integrity.headNow': { id: 'Sidik sekarang:', en: 'Digest now:' },
  'integrity.ask': { id: 'Periksa sekarang', en: 'Check now' },
  'integrity.begun': {
    id: 'Pemeriksaan dimulai. Hasilnya tampil di halaman ini.',
    en: 'The check has begun. Its result will be on this page.',
  },
  'integrity.cancel': { id: 'Batalkan pemeriksaan', en: 'Cancel the check' },
  'integrity.cancelled': { id: 'Pemeriksaan dibatalkan.', en: 'The check was cancelled.' },
  'integrity.running': { id: 'Sedang diperiksa', en: 'Checking' },
  'integrity.phase.entries': {
    id: 'Bagian 1 dari 4, catatan audit: {percent} %.',
    en: 'Part 1 of 4, audit entries: {percent} %.',
  },
  'integrity.phase.reports': {
    id: 'Bagian 2 dari 4, laporan: sekitar {percent} %.',
    en: 'Part 2 of 4, reports: about {percent} %.',
  },
  'integrity.phase.photos': {
    id: 'Bagian 3 dari 4, foto: sekitar {percent} %.',
    en: 'Part 3 of 4, photos: about {percent} %.',
  },
  'integrity.phase.nihil': {
    id: 'Bagian 4 dari 4, hari nihil: sekitar {percent} %.',
    en: 'Part 4 of 4, nihil days: about {percent} %.',
  },
  'integrity.foundSoFar': { id: 'Sejauh ini {count} hal tidak cocok.', en: '{count} things do not match so far.' },
  'integrity.done': {
    id: '{entries} catatan, {reports} laporan, {photos} foto, {nihil} hari nihil.',
    en: '{entries} entries, {reports} reports, {photos} photos, {nihil} nihil days.',
  },
  'integrity.list': { id: 'Pemeriksaan terakhir', en: 'Last checks' },
  'integrity.none': { id: 'Belum pernah diperiksa.', en: 'Never checked yet.' },
  'integrity.at': { id: 'Selesai', en: 'Ended' },
  'integrity.verdict': { id: 'Hasil', en: 'Result' },
  'integrity.state.passed': {
    id: 'Semua cocok, juga dengan sidik dari luar.',
    en: 'All matches, the digest from outside too.',
  },
  'integrity.state.passedAlone': {
    id: 'Semua cocok. Belum dibandingkan dengan sidik dari lembar pagi.',
    en: 'All matches. Not compared with a digest from a morning sheet.',
  },
  'integrity.state.failed': {
    id: '{count} hal tidak seperti yang ditulis. Jangan mengubah apa pun; hubungi pengelola server.',
    en: '{count} things are not as they were written. Change nothing; call the operator of the server.',
  },
  'integrity.state.cancelled': { id: 'Dibatalkan sebelum selesai.', en: 'Cancelled before its end.' },
  'integrity.more': { id: 'dan {count} lagi', en: 'and {count} more' },
  'integrity.elsewhere': { id: 'yang tidak dapat ditampilkan di sini', en: 'that cannot be shown here' },
  'integrity.toldBy': { id: '(catatan audit {entry})', en: '(audit entry {entry})' },
  'integrity.fault.cutOff': {
    id: 'Sidik dari luar tidak ada di rantai audit: bagian akhirnya dipotong, atau seluruhnya dibuat ulang.',
    en: 'The digest from outside is not in the chain: its end was cut off, or all of it was made anew.',
  },
  'integrity.entry.changed': {
    id: 'Catatan audit {entry} (urutan {ordinal}) diubah.',
    en: 'Audit entry {entry} (link {ordinal}) was changed.',
  },
  'integrity.entry.missing': {
    id: 'Catatan audit {entry} (urutan {ordinal}) dihapus.',
    en: 'Audit entry {entry} (link {ordinal}) was removed.',
  },
  'integrity.entry.gap': {
    id: 'Sebelum catatan audit {entry} (urutan {ordinal}) ada urutan yang dihapus.',
    en: 'Links before audit entry {entry} (link {ordinal}) were removed.',
  },
  'integrity.entry.inserted': {
    id: 'Catatan audit {entry} (urutan {ordinal}) bukan dari aplikasi.',
    en: 'Audit entry {entry} (link {ordinal}) was not written by the application.',
  },
  'integrity.entry.repeated': {
    id: 'Catatan audit {entry} adalah salinan dari yang lama.',
    en: 'Audit entry {entry} is a copy of an older one.',
  },
  'integrity.entry.unsealed': {
    id: 'Catatan audit {entry} disisipkan di luar rantai.',
    en: 'Audit entry {entry} was put in beside the chain.',
  },
  'integrity.report.changed': { id: 'Laporan {report}: {part} diubah.', en: 'Report {report}: {part} changed.' },
  'integrity.report.removed': { id: 'Laporan {report} dihapus.', en: 'Report {report} was removed.' },
  'integrity.report.inserted': {
    id: 'Laporan {report} bukan dari aplikasi.',
    en: 'Report {report} was not written by the application.',
  },
  'integrity.photo.changed': {
    id: 'Laporan {report}: sebuah foto diganti.',
    en: 'Report {report}: a photo was exchanged.',
  },
  'integrity.photo.removed': {
    id: 'Laporan {report}: sebuah foto dihapus.',
    en: 'Report {report}: a photo was removed.',
  },
  'integrity.nihil.changed': { id: 'Hari nihil {day}, {whose}: diubah.', en: 'Nihil day {day}, {whose}: changed.' },
  'integrity.nihil.removed': { id: 'Hari nihil {day}, {whose}: dihapus.', en: 'Nihil day {day}, {whose}: removed.' },
  'integrity.nihil.inserted': {
    id: 'Hari nihil {day}, {whose}: bukan dari aplikasi.',
    en: 'Nihil day {day}, {whose}: not written by the application.',
  },
  'integrity.part.state': { id: 'keadaan', en: 'state' },
  'integrity.part.columns': {
    id: 'data umum (penulis, waktu, tempat, batas)',
    en: 'head (author, times, place, deadline)',
  },
  'integrity.part.answers': { id: 'isi jawaban', en: 'answers' },
  'integrity.part.photos': { id: 'daftar foto', en: 'list of photos' },
  'integrity.part.source': { id: 'sumber yang disegel', en: 'sealed source' },
  'integrity.part.decision': { id: 'keputusan', en: 'decision' },
  'integrity.part.addendum': { id: 'catatan tambahan', en: 'addendum' },
  'integrity.part.outcome': { id: 'hasil tindak lanjut', en: 'result of the follow-up' },
  'integrity.part.replaced': { id: 'alasan perbaikan', en: 'reason of the correction' },
  'integrity.part.number': { id: 'nomor', en: 'number' },
  'integrity.part.writtenAt': { id: 'waktu ditulis', en: 'time of writing' },
} satisfies Record<string, Text>
