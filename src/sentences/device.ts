import type { Text } from '../kernel/locale.ts'

/** The browsers that may seal reports for a person. */
export const device = {
  'device.title': { id: 'Perangkat pengirim', en: 'Sending devices' },
  'device.lead': {
    id: 'Browser yang pernah dipakai mengisi laporan. Laporan yang menunggu di sana tetap terkirim setelah Anda keluar. Cabut bila HP hilang atau bukan milik Anda: laporan dari sana lalu ditahan sampai diperiksa Kasat Binmas.',
    en: 'Browsers that were used to write reports. What waits there is still sent after you have signed out. Revoke one when the phone is lost or not yours: reports from it are then held until the Kasat Binmas has looked.',
  },
  'device.none': { id: 'Belum ada perangkat.', en: 'No devices yet.' },
  'device.since': { id: 'Dikenal sejak {at}', en: 'Known since {at}' },
  'device.missingOne': {
    id: 'Kiriman nomor {from} belum tiba, padahal nomor sesudahnya sudah. Mungkin masih menunggu kirim di perangkat itu.',
    en: 'Submission {from} has not arrived, though the next one has. It may still wait on that device.',
  },
  'device.missing': {
    id: 'Kiriman nomor {from} sampai {until} belum tiba, padahal nomor sesudahnya sudah. Mungkin masih menunggu kirim di perangkat itu.',
    en: 'Submissions {from} to {until} have not arrived, though the next one has. They may still wait on that device.',
  },
  'device.revokedAt': { id: 'Dicabut {at}', en: 'Revoked {at}' },
  'device.revoke': { id: 'Cabut', en: 'Revoke' },
  'device.revokeOf': { id: 'Cabut {device}', en: 'Revoke {device}' },
  'device.revokeTitle': { id: 'Cabut {device}?', en: 'Revoke {device}?' },
  'device.revokeText': {
    id: 'Laporan yang masih menunggu di perangkat itu akan ditahan untuk diperiksa Kasat. Perangkat yang sudah dicabut tidak bisa dipulihkan.',
    en: 'Reports that still wait on that device will be held until the Kasat has looked. A revoked device cannot be taken back.',
  },
  'device.revoked': {
    id: 'Perangkat itu dicabut. Laporan yang masih dikirim dari sana ditahan sampai diperiksa.',
    en: 'That device is revoked. Reports that still come from it are held until somebody has looked.',
  },
  'device.confirmTitle': { id: 'HP mana yang masih Anda pakai?', en: 'Which phones do you still use?' },
  'device.confirmLead': {
    id: 'Perangkat ini boleh mengirim laporan atas nama Anda. Centang hanya yang Anda kenal dan masih Anda pegang. Yang tidak dicentang dicabut, dan laporan dari sana ditahan sampai diperiksa Kasat.',
    en: 'These devices may send reports in your name. Tick only those that you know and still hold. The others are revoked, and reports from them are held until the Kasat has looked.',
  },
  'device.confirmLegend': { id: 'Masih saya pakai', en: 'I still use' },
  'device.confirmNone': {
    id: 'Tidak ada: semuanya bukan milik saya atau sudah hilang',
    en: 'None: all of them are not mine, or lost',
  },
  'device.confirmEmpty': {
    id: 'Centang HP yang masih Anda pakai, atau "Tidak ada"',
    en: 'Tick the phones that you still use, or "None"',
  },
  'device.likeThis': { id: 'Tampaknya perangkat yang Anda pakai sekarang', en: 'Looks like the device you use now' },
  'device.confirmSave': { id: 'Simpan', en: 'Save' },
  'device.confirmed': { id: 'Perangkat Anda sudah dicatat.', en: 'Your devices are confirmed.' },
  'device.confirmedRevoked': {
    id: 'Perangkat Anda sudah dicatat. {count} perangkat lain dicabut.',
    en: 'Your devices are confirmed. Others revoked: {count}.',
  },
  'audit.devices.confirmed': { id: 'Memeriksa perangkat pengirim', en: 'Confirmed the sending devices' },
  'audit.device.enrolled': { id: 'Memakai perangkat baru', en: 'Began to use a new device' },
  'audit.device.revoked': { id: 'Mencabut perangkat', en: 'Revoked a device' },
  'audit.sealingKey.rotated': { id: 'Mengganti kunci segel', en: 'Rotated the sealing key' },
} satisfies Record<string, Text>
