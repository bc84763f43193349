import type { Text } from '../kernel/locale.ts'

/** What is said of reports that wait on the phone, and of the network. */
export const phone = {
  'phone.queue': { id: 'Antrean kirim', en: 'Send queue' },
  'phone.noSignal': { id: 'Tanpa sinyal.', en: 'No signal.' },
  'phone.safeHere': { id: 'Isian aman di HP ini.', en: 'Your entries are safe on this phone.' },
  'phone.waiting': { id: '{count} laporan menunggu kirim', en: 'Waiting to be sent: {count}' },
  'phone.waitingShort': { id: '{count} menunggu', en: '{count} waiting' },
  'phone.serverDown': {
    id: 'Server sedang tidak dapat dihubungi sejak {time}.',
    en: 'The server has been unreachable since {time}.',
  },
  'phone.notYourPhone': { id: 'Bukan salah HP Anda.', en: 'It is not your phone.' },
  'phone.sessionEnded': { id: 'Sesi Anda berakhir.', en: 'Your session ended.' },
  'phone.nothingLost': { id: 'Isian tidak hilang.', en: 'Nothing is lost.' },
  'phone.signInAgain': { id: 'Masuk lagi', en: 'Sign in again' },
  'phone.overADay': {
    id: '{count} laporan menunggu lebih dari sehari.',
    en: 'Waiting for over a day: {count}.',
  },
  'phone.findSignal': {
    id: 'Cari sinyal, atau simpan berkas untuk dikirim lewat Polsek.',
    en: 'Find a signal, or save a file to hand in at the Polsek.',
  },
  'phone.nearlyFull': {
    id: 'HP hampir penuh. Kirim dulu {count} laporan yang menunggu.',
    en: 'Your phone is almost full. Send what waits first: {count}.',
  },
  'phone.sealing': { id: 'Menyimpan di HP…', en: 'Saving on the phone…' },
  'phone.stored': { id: 'Tersimpan {time}. Mengirim…', en: 'Saved {time}. Sending…' },
  'phone.direct': {
    id: 'HP ini tidak bisa menyimpan laporan: penyimpanannya penuh atau jendela ini pribadi. Laporan dikirim langsung. Tunggu di halaman ini sampai nomornya muncul.',
    en: 'This phone cannot keep the report: its storage is full or this window is private. The report is sent directly. Stay on this page until its number appears.',
  },
  'phone.stuck': {
    id: 'Laporan belum tersimpan dan belum terkirim: HP ini tidak bisa menyimpannya, dan server tidak terjangkau. Biarkan halaman ini terbuka, lalu tekan Kirim lagi saat ada sinyal.',
    en: 'The report is neither saved nor sent: this phone cannot keep it, and the server is out of reach. Leave this page open, and press Send again when there is a signal.',
  },
  'phone.awayHere': {
    id: 'Server tidak terjangkau. Biarkan halaman ini terbuka, lalu tekan lagi saat ada sinyal.',
    en: 'The server cannot be reached. Leave this page open, and press again when there is a signal.',
  },
  'phone.waitsHere': {
    id: 'Tersimpan di HP ini {time}, menunggu kirim. Biarkan halaman ini terbuka, atau buka BOS lagi saat ada sinyal.',
    en: 'Stored on this phone {time}, waiting to be sent. Leave this page open, or open BOS again when there is a signal.',
  },
  'phone.justQueued': {
    id: 'Masuk antrean. Nomor diberikan setelah server menerima.',
    en: 'Queued. The number comes when the server accepts it.',
  },
  'phone.justQueuedMore': {
    id: 'Laporan tersimpan di HP ini dan terkirim sendiri begitu ada sinyal.',
    en: 'The report is saved on this phone and is sent by itself as soon as there is a signal.',
  },
  'phone.justQueuedReopen': {
    id: 'Laporan tersimpan di HP ini. Browser ini tidak mengirim selama BOS tertutup: buka BOS lagi saat ada sinyal.',
    en: 'The report is saved on this phone. This browser sends nothing while BOS is closed: open BOS again when there is a signal.',
  },
  'phone.total': { id: '{count} laporan, {size}', en: 'Reports: {count}, {size}' },
  'phone.sendNow': { id: 'Kirim sekarang', en: 'Send now' },
  'phone.saveFile': { id: 'Simpan berkas untuk Polsek', en: 'Save a file for the Polsek' },
  'phone.saveFileHint': {
    id: 'Bawa ke Kanit Binmas lewat HP lain atau kabel; ia yang menyerahkannya. Berkasnya tersegel: hanya server yang dapat membacanya. Laporan tetap di antrean.',
    en: 'Take it to the Kanit Binmas by another phone or a cable; he hands it in. The file is sealed: only the server can read it. The reports stay in the queue.',
  },
  'phone.allSent': { id: 'Semua sudah terkirim.', en: 'Everything has been sent.' },
  'phone.needsScript': { id: 'Antrean HP memerlukan JavaScript.', en: 'The phone queue needs JavaScript.' },
  'phone.waitingTitle': { id: 'Menunggu kirim', en: 'Waiting to be sent' },
  'phone.needsYou': { id: 'Sampai, belum menjadi laporan', en: 'Arrived, not a report yet' },
  'phone.received': { id: 'Diterima hari ini', en: 'Accepted today' },
  'phone.serverDrafts': { id: 'Draf di server', en: 'Drafts on the server' },
  'phone.noDrafts': { id: 'Tidak ada draf di server.', en: 'There are no drafts on the server.' },
  'phone.colleagues': {
    id: '{count} laporan rekan menunggu di HP ini. Ikut terkirim bila BOS dibuka di HP ini saat ada sinyal.',
    en: 'Reports of colleagues that wait on this phone: {count}. They are sent when BOS is open on it with a signal.',
  },
  'phone.state.waiting': { id: 'Menunggu kirim', en: 'Queued' },
  'phone.state.sending': { id: 'Mengirim', en: 'Sending' },
  'phone.state.photos': { id: 'Foto menyusul', en: 'Photos to follow' },
  'phone.state.needing': { id: 'Perlu Anda', en: 'Needs you' },
  'phone.state.held': { id: 'Ditahan', en: 'Held' },
  'phone.state.received': { id: 'Terkirim', en: 'Sent' },
  'phone.text': { id: 'Diisi {time} · isi {text}', en: 'Written {time} · text {text}' },
  'phone.textAndPhotos': {
    id: 'Diisi {time} · isi {text} + {count} foto {photos}',
    en: 'Written {time} · text {text}, photos {photos} ({count})',
  },
  'phone.badPhotos': {
    id: '{count} foto tidak ikut: tidak bisa dibuka di HP ini.',
    en: 'Photos left out, because this phone cannot open them: {count}.',
  },
  'phone.unreadable': {
    id: '{count} foto tidak bisa dibuka di server, jadi bukan bukti. Tambahkan catatan di laporannya.',
    en: 'Photos that the server cannot open, so they are no evidence: {count}. Add a note to the report.',
  },
  'phone.sendingText': { id: 'Mengirim isian…', en: 'Sending the text…' },
  'phone.sendingPhoto': { id: 'Mengirim foto {number} dari {count}…', en: 'Sending photo {number} of {count}…' },
  'phone.photosFollow': {
    id: 'Isian sudah diterima. Nomor {number}. Fotonya belum semua.',
    en: 'The text is accepted. Number {number}. Not all photos are there yet.',
  },
  'phone.accepted': {
    id: 'Diterima {time}. Nomor {number}, kode {code}',
    en: 'Accepted {time}. Number {number}, code {code}',
  },
  'phone.faulty': {
    id: 'Sudah sampai di server, dan ada isian yang perlu diperbaiki sebelum menjadi laporan.',
    en: 'It has reached the server, and some answers need fixing before it becomes a report.',
  },
  'phone.held': {
    id: 'Sudah sampai di server dan disimpan di sana sampai ada yang memeriksanya. Tidak perlu dikirim ulang.',
    en: 'It has reached the server and is kept there until somebody has looked at it. There is no need to send it again.',
  },
  'phone.conflict': {
    id: 'Laporan ini sudah ada di server dengan isi lain. Keduanya disimpan. Buka laporannya dan tambahkan yang kurang.',
    en: 'This report is on the server already with other content. Both are kept. Open the report and add what is missing.',
  },
  'phone.open': { id: 'Buka', en: 'Open' },
  'phone.delete': { id: 'Hapus', en: 'Delete' },
  'phone.deleteTitle': { id: 'Hapus laporan yang belum terkirim ini?', en: 'Delete this unsent report?' },
  'phone.deleteText': {
    id: 'Laporan ini hanya ada di HP ini. Setelah dihapus, tidak bisa dikembalikan.',
    en: 'This report exists only on this phone. Once deleted, it cannot be brought back.',
  },
  'phone.deleteNow': { id: 'Hapus laporan', en: 'Delete the report' },
  'phone.storage': {
    id: 'Terpakai {used} dari {quota} yang disediakan browser.',
    en: '{used} used of {quota} that the browser provides.',
  },
  'phone.storageKept': { id: 'Browser menjaga isi antrean ini.', en: 'The browser protects what is in this queue.' },
  'phone.storageLoose': {
    id: 'Browser bisa menghapusnya bila HP penuh, jadi kirim begitu ada sinyal.',
    en: 'The browser may remove it when the phone is full, so send as soon as there is a signal.',
  },
  'phone.leaveTitle': { id: 'Keluar dari BOS?', en: 'Sign out of BOS?' },
  'phone.leaveUnsent': {
    id: '{count} laporan belum terkirim dan hanya ada di HP ini.',
    en: 'Unsent, and only on this phone: {count}.',
  },
  'phone.leaveKeeps': {
    id: 'Bila Anda keluar, laporan itu tetap tersegel di HP ini dan terkirim sendiri begitu HP ini terhubung, siapa pun yang memakainya.',
    en: 'If you sign out, they stay sealed on this phone and are sent by themselves as soon as it is connected, whoever uses it.',
  },
  'phone.leaveKeepsReopen': {
    id: 'Bila Anda keluar, laporan itu tetap tersegel di HP ini. Browser ini tidak mengirim selama BOS tertutup: buka BOS lagi di HP ini saat ada sinyal, siapa pun yang memakainya.',
    en: 'If you sign out, they stay sealed on this phone. This browser sends nothing while BOS is closed: open BOS again on this phone when there is a signal, whoever uses it.',
  },
  'phone.leaveAndErase': { id: 'Keluar dan hapus dari HP', en: 'Sign out and delete from the phone' },
  'phone.eraseTitle': {
    id: 'Keluar dan hapus semua dari HP ini?',
    en: 'Sign out and delete everything from this phone?',
  },
  'phone.eraseText': {
    id: 'Laporan yang belum terkirim dan draf di HP ini dihapus. Tidak bisa dikembalikan.',
    en: 'Unsent reports and drafts on this phone are deleted. They cannot be brought back.',
  },
} satisfies Record<string, Text>
