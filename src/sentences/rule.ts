import type { Text } from '../kernel/locale.ts'

/** What a broken rule says. `{label}` is the question's own name, `{what}` the same inside a sentence. */
export const rule = {
  'rule.fill': { id: 'Isi {what}', en: 'Enter {what}' },
  'rule.choose': { id: 'Pilih {what}', en: 'Choose {what}' },
  'rule.option': { id: 'Pilih {what} dari daftar', en: 'Choose {what} from the list' },
  'rule.unreadable': {
    id: '{label} berisi tanda yang tidak dapat dibaca. Ketik ulang',
    en: '{label} has signs that cannot be read. Type it again',
  },
  'rule.date': {
    id: '{label} harus tanggal yang ada, misalnya 24/11/2026',
    en: '{label} must be a real date, for example 24/11/2026',
  },
  'rule.time': {
    id: '{label} harus jam yang ada, misalnya 09.35',
    en: '{label} must be a real time, for example 09:35',
  },
  'rule.integer': { id: 'Isi {what} dengan angka, misalnya 25', en: 'Enter {what} in digits, for example 25' },
  'rule.phone': {
    id: 'Nomor HP diawali 08 dan berisi 10 sampai 13 angka',
    en: 'Phone starts with 08 and has 10 to 13 digits',
  },
  'rule.telephone': {
    id: 'Tulis nomor HP (diawali 08) atau telepon dengan kode area, misalnya 0231-204567, tanpa pesawat',
    en: 'Enter a mobile (starts with 08) or a landline with its area code, like 0231-204567, without an extension',
  },
  'rule.twoNumbers': { id: 'Isi satu nomor saja', en: 'Enter one number only' },
  'rule.position': {
    id: 'Lokasi ini tidak bisa dipakai. Ambil ulang, atau pilih alasan tidak bisa',
    en: 'This location cannot be used. Get it again, or choose why not',
  },
  'rule.min': { id: '{label} paling sedikit {min}', en: '{label} must be {min} or more' },
  'rule.max': { id: '{label} paling banyak {max}', en: '{label} must be {max} or less' },
  'rule.minLength': {
    id: '{label} minimal {min} karakter. Sekarang {length}',
    en: '{label} must be at least {min} characters. Now {length}',
  },
  'rule.maxLength': {
    id: '{label} paling banyak {max} karakter. Lebih {over}',
    en: '{label} must be {max} characters or fewer. {over} over',
  },
  'rule.minItems': { id: 'Tambahkan {what}, paling sedikit {min}', en: 'Add {what}, at least {min}' },
  'rule.maxItems': { id: '{label} paling banyak {max}', en: '{label}: {max} at most' },
  'rule.refused': { id: 'Pilihan ini tidak dapat dipakai di sini', en: 'This choice cannot be used here' },
  'rule.distinct': {
    id: '{label} ini sudah tertulis di nomor {number}',
    en: '{label} is already written as number {number}',
  },
  'rule.placeholder': { id: 'Isi {what} yang sebenarnya', en: 'Enter the real {what}' },
  'rule.placeholderOrUnknown': {
    id: 'Isi {what} yang sebenarnya, atau pilih Tidak diketahui',
    en: 'Enter the real {what}, or choose Unknown',
  },
  'rule.name': {
    id: "{label} berisi huruf, paling banyak dua angka berurutan, dan tanda . , ' - / ( )",
    en: "{label} has letters, at most two digits in a row, and the signs . , ' - / ( )",
  },
  'rule.nameSure': {
    id: 'Nama ini hanya “{name}”. Kalau memang begitu, tekan Simpan sekali lagi. Kalau bukan, tulis nama lengkapnya',
    en: 'This name is only “{name}”. If it is right, press Save once more. If not, write the full name',
  },
  'rule.notInFuture': { id: '{label} tidak boleh setelah hari ini', en: '{label} cannot be after today' },
  'rule.notInPast': { id: '{label} tidak boleh sebelum hari ini', en: '{label} cannot be before today' },
  'rule.timeInFuture': {
    id: 'Pukul kegiatan tidak boleh setelah sekarang',
    en: 'The time of the activity cannot be later than now',
  },
  'rule.outsideVillage': {
    id: '{label} ini di luar wilayah Anda. Pilih yang lain',
    en: '{label}: outside your area. Choose another',
  },
  'rule.notYourVillage': {
    id: 'Pilih kelurahan atau desa binaan Anda',
    en: 'Choose one of the villages assigned to you',
  },
  'rule.photosNone': { id: 'Tambahkan minimal 1 foto', en: 'Add at least 1 photo' },
  'rule.photosMany': { id: 'Paling banyak {max} foto. Hapus {over} foto', en: 'At most {max} photos. Remove {over}' },
  'rule.photoKind': { id: 'Foto harus JPG, PNG, atau WebP', en: 'The photo must be JPG, PNG or WebP' },
  'rule.photoHeic': {
    id: 'Foto HEIC tidak bisa dibuka di sini. Ubah setelan kamera ke JPG, lalu ambil ulang, atau kirim tangkapan layarnya',
    en: 'HEIC photos cannot be opened here. Set the camera to JPG and take it again, or send a screenshot of it',
  },
  'rule.photoEmpty': { id: 'Berkasnya kosong. Ambil ulang', en: 'The file is empty. Take the photo again' },
  'rule.photoOf': { id: '{name}: {sentence}', en: '{name}: {sentence}' },
  'rule.photoBroken': { id: 'Foto tidak bisa dibuka. Ambil ulang', en: 'The photo cannot be opened. Take it again' },
  'rule.photoQuota': {
    id: 'Sudah ada 200 foto di draf Anda yang belum dikirim. Kirim atau hapus draf lama, lalu pilih foto ini lagi',
    en: 'Your unsent drafts hold 200 photos already. Send or delete old drafts, then choose this photo again',
  },
  'rule.photoQuotaAll': {
    id: 'Tempat foto sementara di server penuh. Simpan foto ini di HP dan pilih lagi nanti; isian lain tetap bisa disimpan',
    en: 'The server has no room for more unsent photos. Keep this photo on the phone and choose it again later; the rest can still be saved',
  },
  'rule.photoHuge': {
    id: 'Gambarnya terlalu besar untuk dibuka. Kirim foto asli dari kamera HP, atau tangkapan layar gambar itu',
    en: 'The picture is too large to be opened. Send the original photo of a phone’s camera, or a screenshot of it',
  },
} satisfies Record<string, Text>
