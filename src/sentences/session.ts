import type { Text } from '../kernel/locale.ts'

export const session = {
  'session.signIn': { id: 'Masuk', en: 'Sign in' },
  'session.nrp': { id: 'NRP', en: 'NRP' },
  'session.nrpHint': { id: '8 angka', en: '8 digits' },
  'session.password': { id: 'Kata sandi', en: 'Password' },
  'session.show': { id: 'Tampilkan', en: 'Show' },
  'session.hide': { id: 'Sembunyikan', en: 'Hide' },
  'session.forgot': {
    id: 'Lupa kata sandi? Minta kode sekali pakai kepada admin Polres, lalu isikan kode itu sebagai kata sandi.',
    en: 'Forgot your password? Ask the admin of your Polres for a one-time code and enter it as the password.',
  },
  'session.empty': { id: 'Isi NRP dan kata sandi', en: 'Enter your NRP and password' },
  'session.wrong': { id: 'NRP atau kata sandi tidak cocok', en: 'NRP or password does not match' },
  'session.oldWait': {
    id: 'Terlalu banyak percobaan yang salah. Coba lagi dalam {minutes} menit.',
    en: 'Too many wrong attempts. Try again in {minutes} {minutes|minute|minutes}.',
  },
  'session.waitNew': {
    id: 'Terlalu banyak percobaan yang salah dari HP atau browser baru. Coba lagi dalam {minutes} menit',
    en: 'Too many wrong attempts from new phones or browsers. Try again in {minutes} {minutes|minute|minutes}',
  },
  'session.waitKnown': {
    id: 'Terlalu banyak percobaan yang salah di HP ini. Coba lagi dalam {minutes} menit',
    en: 'Too many wrong attempts on this phone. Try again in {minutes} {minutes|minute|minutes}',
  },
  'session.helps': { id: 'Agar bisa masuk sekarang juga', en: 'To sign in right now' },
  'session.helps.do': {
    id: 'Pakai HP yang biasa Anda pakai untuk masuk, atau minta kode sekali pakai kepada admin Polres: kode yang benar langsung berlaku. Tanpa itu Anda menunggu paling lama 15 menit; masuklah lagi dari HP dan browser ini. Akun Anda tidak dikunci.',
    en: 'Use the phone you always sign in with, or ask the admin of your Polres for a one-time code: a right code works at once. Otherwise you wait 15 minutes at most; then sign in again from this phone and browser. Your account is not locked.',
  },
  'session.over': { id: 'Sesi Anda berakhir.', en: 'Your session ended.' },
  'session.formKept': {
    id: 'Isian tidak hilang dan dilanjutkan sendiri setelah ini.',
    en: 'Nothing is lost; your entries go on by themselves after this.',
  },
  'session.photosKept': { id: '{count} foto ikut disimpan.', en: 'Photos kept with them: {count}.' },
  'session.photosLost': {
    id: '{count} foto tidak tersimpan; pilih lagi di formulir setelah masuk.',
    en: 'Photos not kept: {count}. Choose them again in the form once you are in.',
  },
  'session.othersForm': {
    id: 'Isian ini ditulis dengan akun lain. Hanya pemilik akun itu yang bisa melanjutkannya',
    en: 'These entries were written with another account. Only its owner can go on with them',
  },
  'session.withoutIt': { id: 'Masuk tanpa isian ini', en: 'Sign in without these entries' },
  'session.formTooOld': {
    id: 'Isian yang menunggu sudah lebih dari sehari dan tidak bisa dilanjutkan.',
    en: 'The entries that waited are more than a day old and cannot go on.',
  },
  'session.chooseTitle': { id: 'Buat kata sandi Anda', en: 'Choose your password' },
  'session.chooseText': {
    id: 'Anda masuk dengan kode sekali pakai. Kata sandi yang lama tidak berlaku lagi. Buat kata sandi baru dalam 30 menit.',
    en: 'You signed in with a one-time code. The old password no longer works. Choose a new one within 30 minutes.',
  },
  'session.changeTitle': { id: 'Ganti kata sandi', en: 'Change password' },
  'session.passwordHint': {
    id: 'Minimal 12 karakter. Beberapa kata yang mudah Anda ingat lebih kuat daripada satu kata dengan angka.',
    en: 'At least 12 characters. A few words that you remember are stronger than one word with digits.',
  },
  'session.oldPassword': { id: 'Kata sandi sekarang', en: 'Current password' },
  'session.newPassword': { id: 'Kata sandi baru', en: 'New password' },
  'session.repeat': { id: 'Ulangi kata sandi baru', en: 'Repeat the new password' },
  'session.oldWrong': { id: 'Kata sandi sekarang tidak cocok', en: 'The current password does not match' },
  'session.passwordShort': {
    id: 'Kata sandi minimal {least} karakter. Sekarang {length}',
    en: 'Password must be at least {least} characters. Now {length}',
  },
  'session.passwordLong': {
    id: 'Kata sandi paling banyak {most} karakter',
    en: 'Password must be {most} characters or fewer',
  },
  'session.passwordCommon': {
    id: 'Kata sandi ini terlalu mudah ditebak orang. Pilih yang lain',
    en: 'This password is too easy to guess. Choose another',
  },
  'session.passwordSame': {
    id: 'Kata sandi baru harus lain dari yang lama',
    en: 'The new password must differ from the old one',
  },
  'session.passwordDiffers': {
    id: 'Ulangan tidak sama dengan kata sandi baru',
    en: 'The repetition differs from the new password',
  },
  'session.savePassword': { id: 'Simpan kata sandi', en: 'Save password' },
  'session.passwordChanged': {
    id: 'Kata sandi disimpan. Sesi Anda di perangkat lain sudah diakhiri.',
    en: 'Password saved. Your sessions on other devices have ended.',
  },
  'session.sessions': { id: 'Perangkat yang sedang masuk', en: 'Devices signed in' },
  'session.this': { id: 'Perangkat ini', en: 'This device' },
  'session.since': { id: 'Masuk {at}', en: 'Signed in {at}' },
  'session.seen': { id: 'Terakhir dipakai {at}', en: 'Last used {at}' },
  'session.end': { id: 'Keluarkan', en: 'Sign out' },
  'session.endOf': { id: 'Keluarkan {device}', en: 'Sign out {device}' },
  'session.ended': { id: 'Perangkat itu sudah dikeluarkan.', en: 'That device has been signed out.' },
  'session.unknownDevice': { id: 'Perangkat tak dikenal', en: 'Unknown device' },
  'session.welcome': { id: 'Sistem pelaporan Bhabinkamtibmas', en: 'Reports of the Bhabinkamtibmas' },
} satisfies Record<string, Text>
