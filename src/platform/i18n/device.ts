import type { Text } from '../../kernel/locale.ts'

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
  'audit.device.enrolled': { id: 'Memakai perangkat baru', en: 'Began to use a new device' },
  'audit.device.revoked': { id: 'Mencabut perangkat', en: 'Revoked a device' },
  'audit.sealingKey.rotated': { id: 'Mengganti kunci segel', en: 'Rotated the sealing key' },
} satisfies Record<string, Text>
