import type { Text } from '../../kernel/locale.ts'

/** Deadlines, what moves them, and how the server is. */
export const time = {
  'time.away': {
    id: 'Server tidak dapat dihubungi {span}. Bukan salah HP Anda.',
    en: 'The server could not be reached {span}. It is not your phone.',
  },
  'time.awayOften': {
    id: 'Server {count} kali tidak dapat dihubungi, terakhir {span}. Bukan salah HP Anda.',
    en: 'The server could not be reached {count} {count|time|times}, last {span}. It is not your phone.',
  },
  'time.movedToday': { id: 'Batas hari ini mundur jadi {at}.', en: 'Today’s deadline moves to {at}.' },
  'time.moved': { id: 'Batas {day} mundur jadi {at}.', en: 'The deadline of {day} moves to {at}.' },
  'time.tomorrowAt': { id: 'besok pukul {time}', en: 'tomorrow at {time}' },
  'clock.title': { id: 'Waktu laporan', en: 'Times of the report' },
  'clock.occurred': { id: 'Kegiatan', en: 'Happened' },
  'clock.written': { id: 'Ditulis', en: 'Written' },
  'clock.timeliness': { id: 'Ketepatan waktu', en: 'Timeliness' },
  'clock.delayedChip': { id: 'Kirim tertunda', en: 'Sent with delay' },
  'clock.delayed': { id: 'kirim tertunda {age}', en: 'sent with a delay of {age}' },
  'clock.delay': { id: 'Kirim tertunda (menit)', en: 'Delay of sending (minutes)' },
  'clock.phone': { id: 'Jam HP', en: 'Clock of the phone' },
  'clock.phoneSlow': {
    id: 'Terlambat {minutes} menit, sudah dikoreksi',
    en: '{minutes} {minutes|minute|minutes} slow, corrected',
  },
  'clock.phoneFast': {
    id: 'Lebih cepat {minutes} menit, sudah dikoreksi',
    en: '{minutes} {minutes|minute|minutes} fast, corrected',
  },
  'clock.lateReason': { id: 'Alasan terlambat', en: 'Why it is late' },
  'clock.dueBeforehand': { id: 'Batas lapor kegiatan {day}: {due}.', en: 'Deadline for activities of {day}: {due}.' },
  'clock.lateAsk': {
    id: 'Diisi {written}, lewat batas {due}. Tetap diterima, pilih alasannya.',
    en: 'Written {written}, after the limit of {due}. It is still accepted, choose why.',
  },
  'clock.whyLate': { id: 'Kenapa terlambat?', en: 'Why is it late?' },
  'clock.whyLateHint': {
    id: 'Laporan tetap diterima. Alasan ini dibaca pemeriksa dan tidak bisa diganti.',
    en: 'The report is accepted all the same. The reviewer reads this reason, and it cannot be changed.',
  },
  'clock.explain': { id: 'Simpan alasan', en: 'Save the reason' },
  'clock.explained': { id: 'Alasan tersimpan.', en: 'The reason is saved.' },
  'clock.explainedAlready': {
    id: 'Alasan sudah tercatat, atau laporan sudah berubah. Buka lagi laporannya.',
    en: 'The reason is on record already, or the report has changed. Open the report again.',
  },
  'report.history.report.lateExplained': { id: 'Alasan terlambat dicatat', en: 'Reason for lateness stated' },
  'report.history.report.dueMoved': { id: 'Batas lapor diubah Kasat', en: 'Deadline moved by the Kasat' },
  'audit.report.lateExplained': { id: 'Mencatat alasan laporan terlambat', en: 'Stated why a report is late' },
  'audit.report.dueMoved': { id: 'Mengubah batas laporan', en: 'Moved the deadline of a report' },
  'status.title': { id: 'Keadaan server', en: 'State of the server' },
  'status.running': { id: 'Berjalan', en: 'Running' },
  'status.runningText': { id: 'Laporan dapat dikirim.', en: 'Reports can be sent.' },
  'status.disturbed': { id: 'Terganggu', en: 'Disrupted' },
  'status.disturbedText': {
    id: 'Laporan belum dapat diterima. Simpan dulu di HP; batas lapor mundur selama gangguan.',
    en: 'Reports cannot be taken yet. Keep them on the phone; the deadline moves as long as this lasts.',
  },
  'status.lastReceipt': { id: 'Laporan terakhir diterima', en: 'Last report received' },
  'status.noReceipt': { id: 'Belum diketahui', en: 'Not known' },
  'status.asOf': { id: 'Keadaan pada {at}', en: 'As of {at}' },
  'status.outages': { id: 'Gangguan 30 hari terakhir', en: 'Outages of the last 30 days' },
  'status.noOutage': { id: 'Tidak ada gangguan.', en: 'There was no outage.' },
  'status.outage': {
    id: '{span}, batas lapor mundur {minutes} menit',
    en: '{span}, deadlines moved by {minutes} {minutes|minute|minutes}',
  },
  'status.link': { id: 'Keadaan server', en: 'Server state' },
} satisfies Record<string, Text>
