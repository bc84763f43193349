import type { Text } from '../kernel/locale.ts'

/** What is asked before a report is sent, and what its reviewer is told of it. */
export const signal = {
  'signal.questions': {
    id: 'Ada {count} pertanyaan sebelum laporan dikirim. Jawaban Anda dibaca pemeriksa.',
    en: 'There {count|is|are} {count} {count|question|questions} before the report is sent. The reviewer reads your answers.',
  },
  'signal.toQuestions': { id: 'Lihat pertanyaan', en: 'See the questions' },
  'signal.reasonEmpty': { id: 'Pilih salah satu alasan', en: 'Choose one of the reasons' },
  'signal.likenessEmpty': { id: 'Pilih sama, lanjutan, atau berbeda', en: 'Choose same, follow-up or different' },
  'signal.reason': { id: 'Alasan', en: 'Reason' },
  'signal.unasked': {
    id: 'Pelapor tidak ditanya, laporan dikirim dari HP',
    en: 'The officer was not asked, it came from a phone',
  },
  'signal.jam.unmeasured': {
    id: 'Jam HP belum pernah dibandingkan dengan jam server',
    en: 'The clock of the phone was never compared with the server’s',
  },
  'signal.jam.far': {
    id: 'Jam HP berselisih lebih dari 60 menit, waktunya sudah dikoreksi',
    en: 'The clock of the phone was off by more than 60 minutes; the time is corrected',
  },
  'signal.jam.back': {
    id: 'Jam HP dimundurkan sebelum laporan ditulis',
    en: 'The clock of the phone was set back before the report was written',
  },
  'signal.jam.ahead': {
    id: 'Jam HP mendahului waktu laporan diterima',
    en: 'The clock of the phone is ahead of the time of arrival',
  },
  'signal.lama.ask': {
    id: 'Kegiatan ini lebih dari 7 hari lalu. Pilih alasannya',
    en: 'This activity was more than 7 days ago. Choose why',
  },
  'signal.lama.told': {
    id: 'Kegiatan {days} hari sebelum laporan dikirim',
    en: 'The activity was {days} {days|day|days} before the report was sent',
  },
  'signal.lebih-lama.ask': {
    id: 'Kunjungan ini lebih awal daripada kunjungan terakhir, {day}. Pilih alasannya',
    en: 'This visit was before the latest one, {day}. Choose why',
  },
  'signal.lebih-lama.told': {
    id: 'Lebih awal daripada kunjungan lain ke tempat yang sama, {day}',
    en: 'Before another visit to the same place, {day}',
  },
  'signal.padat.ask': {
    id: '{count} laporan Anda terjadi dalam 60 menit. Pilih alasannya',
    en: '{count} of your reports happened within 60 minutes. Choose why',
  },
  'signal.padat.told': {
    id: '{count} laporan petugas ini terjadi dalam 60 menit',
    en: '{count} {count|report|reports} of this officer happened within 60 minutes',
  },
  'signal.kasar.ask': {
    id: 'Ketelitian lokasi {metres} m. Ulangi di tempat terbuka atau lanjutkan dengan alasan',
    en: 'Accuracy is {metres} m. Try in the open, or go on with a reason',
  },
  'signal.kasar.told': { id: 'Ketelitian lokasi {metres} m', en: 'Accuracy of the location {metres} m' },
  'signal.jauh.ask': {
    id: 'Titik ini {metres} m dari tempat biasa laporan desa ini. Pilih alasannya',
    en: 'This point is {metres} m from the usual place of reports of this village. Choose why',
  },
  'signal.jauh.told': {
    id: 'Titik {metres} m dari tempat biasa desa ini, biasanya sampai {usual} m',
    en: 'The point is {metres} m from the usual place of this village, usually up to {usual} m',
  },
  'signal.sama-teks.ask': {
    id: 'Uraian ini sama dengan laporan {day}. Ubah dan tulis yang terjadi kali ini, atau lanjutkan dengan alasan',
    en: 'This text equals your report of {day}. Write what happened this time, or go on with a reason',
  },
  'signal.sama-teks.told': {
    id: 'Uraian sama dengan laporan {number}, {day}',
    en: 'The text equals report {number}, {day}',
  },
  'signal.foto-potong.ask': {
    id: 'Berkas foto tidak lengkap. Lihat gambarnya, lalu ambil ulang atau lanjutkan dengan alasan',
    en: 'The file of a photo is not complete. Look at it, then take it again or go on with a reason',
  },
  'signal.foto-potong.told': {
    id: '{count} foto berkasnya tidak lengkap',
    en: '{count} {count|photo|photos} with an incomplete file',
  },
  'signal.foto-mirip.ask': {
    id: 'Foto ini mirip foto di laporan {day}. Ambil foto baru atau lanjutkan dengan alasan',
    en: 'This photo resembles one of {day}. Take a new one, or go on with a reason',
  },
  'signal.foto-mirip.askOther': {
    id: 'Foto ini mirip foto di laporan lain di {unit}, {day}. Ambil foto baru atau lanjutkan dengan alasan',
    en: 'This photo resembles one of another report at {unit}, {day}. Take a new one, or go on with a reason',
  },
  'signal.foto-mirip.told': {
    id: 'Foto mirip foto di laporan {number}, {day}',
    en: 'A photo resembles one of report {number}, {day}',
  },
  'signal.foto-mirip.toldOther': {
    id: 'Foto mirip foto di laporan lain di {unit}, {day}',
    en: 'A photo resembles one of another report at {unit}, {day}',
  },
  'signal.nama.ask': {
    id: 'Ada nama yang hanya satu huruf atau hanya gelar. Tulis nama lengkapnya, atau lanjutkan dengan alasan',
    en: 'A name is one letter or a title only. Write the full name, or go on with a reason',
  },
  'signal.nama.told': {
    id: '{count} nama hanya satu huruf atau hanya gelar',
    en: '{count} {count|name is|names are} one letter or a title only',
  },
  'signal.mirip.ask': {
    id: 'Laporan ini mirip laporan yang sudah ada. Pilih: sama, lanjutan, atau berbeda',
    en: 'This report resembles one that is there already. Choose: same, follow-up or different',
  },
  'signal.mirip.askMany': {
    id: 'Laporan ini mirip beberapa laporan yang sudah ada. Pilih: sama, lanjutan, atau berbeda',
    en: 'This report resembles some that are there already. Choose: same, follow-up or different',
  },
  'signal.mirip.told': { id: 'Mirip laporan {number}, {day}', en: 'Resembles report {number}, {day}' },
  'signal.mirip.toldOther': {
    id: 'Mirip laporan petugas lain, {day}',
    en: 'Resembles a report of another officer, {day}',
  },
  'signal.exact.ask': {
    id: 'Anda sudah mengunjungi {entry} hari itu pukul {time}. Pilih: sama, lanjutan, atau berbeda',
    en: 'You visited {entry} that day at {time}. Choose: same, follow-up or different',
  },
  'signal.is.sama': { id: 'Sama dengan yang ini', en: 'Same as this' },
  'signal.is.lanjutan': { id: 'Lanjutan dari yang ini', en: 'A follow-up of this' },
  'signal.is.berbeda': { id: 'Kejadian berbeda', en: 'A different event' },
  'signal.which': { id: 'Yang mana?', en: 'Which one?' },
  'signal.by': { id: 'oleh {name}', en: 'by {name}' },
  'signal.photoMine': { id: 'Foto laporan ini', en: 'Photo of this report' },
  'signal.photoOf': { id: 'Foto laporan {number}', en: 'Photo of report {number}' },
  'signal.sameKept': {
    id: 'Tidak dikirim, karena sama dengan laporan {number} ini. Isian disimpan sebagai draf.',
    en: 'Not sent, because it is the same as this report {number}. The answers are kept as a draft.',
  },
  'signal.sameElsewhere': {
    id: 'Tidak dikirim, karena sama dengan laporan {name}. Isian disimpan sebagai draf.',
    en: 'Not sent, because it is the same as the report of {name}. The answers are kept as a draft.',
  },
  'signal.sameBrief': {
    id: 'Kilat belum dilengkapi, karena sama dengan laporan {number} ini. Isian disimpan. Batalkan kilatnya bila tidak perlu lagi.',
    en: 'The flash report is not completed, because it is the same as this report {number}. The answers are kept. Cancel it if it is no longer needed.',
  },
  'signal.sameBriefElsewhere': {
    id: 'Kilat belum dilengkapi, karena sama dengan laporan {name}. Isian disimpan. Batalkan kilatnya bila tidak perlu lagi.',
    en: 'The flash report is not completed, because it is the same as the report of {name}. The answers are kept. Cancel it if it is no longer needed.',
  },
  'signal.title': { id: 'Pemeriksaan otomatis', en: 'Automatic checks' },
  'signal.clean': { id: 'Tidak ada tanda.', en: 'No marks.' },
  'signal.count': { id: '{count} tanda', en: '{count} {count|mark|marks}' },
  'signal.compareTitle': { id: 'Dua laporan berdampingan', en: 'Two reports side by side' },
  'signal.compare': { id: 'Bandingkan keduanya', en: 'Compare the two' },
  'signal.chain': { id: 'Rangkaian', en: 'Chain of reports' },
  'signal.thisOne': { id: 'laporan ini', en: 'this report' },
  'signal.newTab': { id: 'buka di tab baru', en: 'opens in a new tab' },
} satisfies Record<string, Text>
