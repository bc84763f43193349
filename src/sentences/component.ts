import type { Text } from '../kernel/locale.ts'

/** What the components say, and what the script on the page says for them. */
export const component = {
  'component.mainMenu': { id: 'Menu utama', en: 'Main menu' },
  'component.account': { id: 'Akun {person}', en: 'Account of {person}' },
  'component.notice': { id: 'Pemberitahuan', en: 'Notice' },
  'component.pager': { id: 'Halaman daftar', en: 'Pages of the list' },
  'component.ofMax': { id: '{value} dari {max}', en: '{value} of {max}' },
  'component.charactersLeft': { id: 'Sisa {count} karakter', en: 'Characters left: {count}' },
  'component.charactersOver': { id: 'Lebih {count} karakter', en: 'Characters over: {count}' },
  'component.charactersMissing': { id: 'Kurang {count} karakter', en: 'Characters to go: {count}' },
  'component.lengthBetween': { id: '{min} sampai {max} karakter', en: '{min} to {max} characters' },
  'component.lengthAtMost': { id: 'Paling banyak {max} karakter', en: 'At most {max} characters' },
  'component.positionSearching': { id: 'Mencari lokasi…', en: 'Finding the location…' },
  'component.positionBetter': {
    id: 'Mencari… ± {metres} m, tunggu sebentar',
    en: 'Searching… ± {metres} m, wait a moment',
  },
  'component.positionFound': { id: 'Lokasi tercatat', en: 'Location taken' },
  'component.positionMetres': { id: 'Ketelitian {metres} m', en: 'Accuracy {metres} m' },
  'component.positionRecorded': { id: 'Tercatat, ketelitian {metres} m', en: 'Recorded, accurate to {metres} m' },
  'component.positionCoordinates': { id: 'Koordinat {place}', en: 'Coordinates {place}' },
  'component.positionAccuracy': { id: 'Ketelitian {metres} m, pukul {time}', en: 'Accuracy {metres} m, at {time}' },
  'component.positionRough': {
    id: 'Ketelitian {metres} m, pukul {time}. Ulangi di tempat terbuka bila bisa.',
    en: 'Accuracy {metres} m, at {time}. Try again in the open if you can.',
  },
  'component.positionDenied': {
    id: 'Izin lokasi ditolak. Izinkan di setelan browser, atau pilih alasan di bawah.',
    en: 'Location permission was refused. Allow it in the browser settings, or choose a reason below.',
  },
  'component.positionNone': {
    id: 'Lokasi tidak ditemukan. Coba di tempat terbuka, atau pilih alasan di bawah.',
    en: 'No location found. Try in the open, or choose a reason below.',
  },
  'component.positionUnreal': {
    id: 'HP tidak menyebut ketelitian lokasi, jadi tidak dicatat. Matikan aplikasi lokasi palsu lalu ulangi, atau pilih alasan di bawah.',
    en: 'The phone gave a location without its accuracy, so it was not taken. Turn off any fake location app and try again, or choose a reason below.',
  },
  'component.positionOutside': {
    id: 'HP menunjuk tempat di luar Indonesia, jadi tidak dicatat. Matikan aplikasi lokasi palsu lalu ulangi, atau pilih alasan di bawah.',
    en: 'The phone gave a place outside Indonesia, so it was not taken. Turn off any fake location app and try again, or choose a reason below.',
  },
  'component.positionVague': {
    id: 'Ketelitian hanya {metres} m, jadi tidak dicatat. Nyalakan GPS dan izinkan lokasi akurat, lalu ulangi, atau pilih alasan di bawah.',
    en: 'Accurate to {metres} m only, so it was not taken. Turn on GPS, allow the precise location and try again, or choose a reason below.',
  },
  'component.positionStale': {
    id: 'HP hanya memberi lokasi lama, jadi tidak dicatat. Ulangi di tempat terbuka, atau pilih alasan di bawah.',
    en: 'The phone only gave an old location, so it was not taken. Try again in the open, or choose a reason below.',
  },
  'component.positionStill': {
    id: 'Lokasi sebelumnya, ketelitian {metres} m, tetap dipakai.',
    en: 'The location before, accurate to {metres} m, is still used.',
  },
  'component.positionWorse': { id: 'Yang baru lebih kasar: {metres} m.', en: 'The new one is less exact: {metres} m.' },
  'component.positionUse': { id: 'Pakai yang baru', en: 'Use the new one' },
  'component.positionAgain': { id: 'Ulangi', en: 'Again' },
  'component.positionReason': { id: 'Bila lokasi tidak bisa diambil', en: 'If the location cannot be taken' },
  'component.photoAdd': { id: 'Tambah foto', en: 'Add a photo' },
  'component.photoRemove': { id: 'Hapus', en: 'Remove' },
  'component.photo': { id: 'Foto {number}', en: 'Photo {number}' },
  'component.photoShrinking': { id: 'Mengecilkan foto…', en: 'Making the photo smaller…' },
  'component.photoShrunk': { id: '{before} diperkecil jadi {after}', en: '{before} reduced to {after}' },
  'component.photoReady': { id: '{after}, siap dikirim', en: '{after}, ready to be sent' },
  'component.photoBad': {
    id: 'Tidak bisa dibuka di HP ini, jadi tidak ikut terkirim. Ambil ulang sekarang.',
    en: 'It cannot be opened on this phone, so it is not sent. Take it again now.',
  },
  'component.photosOver': {
    id: 'Paling banyak {max} foto. Hapus {over} foto',
    en: 'At most {max} photos. Remove {over}',
  },
  'component.unknowns': { id: 'Tidak bisa diisi?', en: 'Cannot be filled in?' },
  'component.unknownsOf': { id: 'Alasan {label} kosong', en: 'Why {label} is empty' },
  'component.unknownsNone': { id: 'Tanpa alasan', en: 'No reason' },
} satisfies Record<string, Text>
