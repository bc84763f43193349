import type { Text } from '../../kernel/locale.ts'

/** Deadlines, what moves them, and how the server is. */
export const time = {
  'time.away': {
    id: 'Server tidak dapat dihubungi {span}. Bukan salah HP Anda.',
    en: 'The server could not be reached {span}. It is not your phone.',
  },
  'time.awayOften': {
    id: 'Server {count} kali tidak dapat dihubungi, terakhir {span}. Bukan salah HP Anda.',
    en: 'The server could not be reached {count} times, last {span}. It is not your phone.',
  },
  'time.movedToday': { id: 'Batas hari ini mundur jadi {at}.', en: 'Today’s deadline moves to {at}.' },
  'time.moved': { id: 'Batas {day} mundur jadi {at}.', en: 'The deadline of {day} moves to {at}.' },
  'time.tomorrowAt': { id: 'besok pukul {time}', en: 'tomorrow at {time}' },
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
    en: '{span}, deadlines moved by {minutes} minutes',
  },
  'status.link': { id: 'Keadaan server', en: 'Server state' },
} satisfies Record<string, Text>
