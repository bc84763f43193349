import type { Text } from '../kernel/locale.ts'

/** The help page: what somebody in the field asks, in the order in which it is asked. */
export const help = {
  'help.title': { id: 'Bantuan', en: 'Help' },
  'help.toSignIn': { id: 'Ke halaman masuk', en: 'To the sign-in page' },

  'help.signIn': { id: 'Masuk', en: 'Signing in' },
  'help.signIn.nrp': {
    id: 'Isi NRP (8 angka) dan kata sandi Anda.',
    en: 'Enter your NRP (8 digits) and your password.',
  },
  'help.signIn.code': {
    id: 'Belum punya kata sandi, atau lupa? Minta kode sekali pakai kepada admin Polres, lalu isikan kode itu sebagai kata sandi. Kode berlaku 15 menit.',
    en: 'No password yet, or forgotten? Ask the admin of your Polres for a one-time code and enter it as the password. A code is good for 15 minutes.',
  },
  'help.signIn.own': {
    id: 'Setelah masuk dengan kode, buat kata sandi sendiri: minimal 12 karakter.',
    en: 'After signing in with a code, choose a password of your own: at least 12 characters.',
  },
  'help.signIn.wait': {
    id: 'Setelah 5 kali salah, Anda perlu menunggu: mulai 1 menit, paling lama 15 menit. HP yang biasa Anda pakai masuk tidak ikut menunggu karena percobaan orang lain, dan kode dari admin langsung berlaku. Akun Anda tidak dikunci.',
    en: 'After 5 wrong attempts you have to wait: from 1 minute up to 15. The phone you always sign in with does not wait for the attempts of others, and a code from the admin works at once. Your account is not locked.',
  },

  'help.file': { id: 'Membuat laporan', en: 'Filing a report' },
  'help.file.type': {
    id: 'Pilih Buat, lalu pilih jenis laporan.',
    en: 'Choose New, then the kind of report.',
  },
  'help.file.household': {
    id: 'Untuk kunjungan warga, cari dulu keluarganya. Catat keluarga baru hanya bila belum ada di daftar.',
    en: 'For a household visit, search for the household first. Register a new one only when it is not in the list.',
  },
  'help.file.proof': {
    id: 'Tambahkan 1 sampai 3 foto, lalu ambil lokasi atau pilih alasan tidak bisa.',
    en: 'Add 1 to 3 photos, then get the location or choose why you cannot.',
  },
  'help.file.check': {
    id: 'Pilih Periksa jawaban, baca sekali lagi, lalu pilih Kirim laporan.',
    en: 'Choose Check answers, read once more, then choose Send report.',
  },
  'help.file.receipt': {
    id: 'Laporan sudah diterima bila Anda melihat nomor dan kode periksa.',
    en: 'The report is received once you see a number and a check code.',
  },
  'help.file.due': {
    id: 'Laporan tepat waktu bila ditulis sampai batas yang tertera di halaman Hari ini; tanpa aturan lain, pukul 23.59 sehari sesudah kegiatan. Sesudah itu tetap diterima, dengan label Terlambat.',
    en: 'A report is on time when it is written by the deadline that the Today page names; without another rule, by 23:59 on the day after the activity. Later it is still accepted, with the label Late.',
  },

  'help.review': { id: 'Memeriksa laporan', en: 'Reviewing reports' },
  'help.review.queue': {
    id: 'Buka Antrean periksa. Yang mendesak, yang bertanda, lalu yang paling lama menunggu ada di atas.',
    en: 'Open the Review queue. What is urgent, what has marks, then what has waited longest stands at the top.',
  },
  'help.review.read': {
    id: 'Buka laporannya, baca isian, foto, dan tandanya, lalu putuskan di bagian Keputusan.',
    en: 'Open the report, read its answers, photos and marks, then decide under Decision.',
  },
  'help.review.verify': {
    id: 'Verifikasi bila laporannya benar. Sesudah itu isinya tidak bisa diubah lagi.',
    en: 'Verify it when the report is right. After that its content can no longer be changed.',
  },
  'help.review.return': {
    id: 'Kembalikan bila ada yang perlu diperbaiki: pilih alasannya, tulis apa yang kurang, dan buka hanya isian yang perlu diperbaiki.',
    en: 'Return it when something needs fixing: choose the reason, write what is missing, and open only the answers to be fixed.',
  },
  'help.review.together': {
    id: 'Laporan rutin tanpa tanda bisa diverifikasi bersama: centang di antrean, lalu pilih Verifikasi yang dipilih. Bisa dibatalkan dalam 10 menit.',
    en: 'Routine reports without marks can be verified together: tick them in the queue, then choose Verify the chosen ones. It can be undone within 10 minutes.',
  },

  'help.recap': { id: 'Membaca rekap', en: 'Reading the recap' },
  'help.recap.cut': {
    id: 'Buka Rekap, lalu pilih periode, baris, dan kolomnya.',
    en: 'Open Recap, then choose the period, the rows and the columns.',
  },
  'help.recap.figures': {
    id: 'Angka besar: terverifikasi. Angka kecil: belum terverifikasi. Pilih angkanya untuk melihat laporannya.',
    en: 'Large figure: verified. Small figure: not yet verified. Choose a figure to see its reports.',
  },
  'help.recap.take': {
    id: 'Pilih Cetak untuk lembar dengan kop, Excel untuk diolah sendiri, atau WhatsApp untuk teks yang siap ditempel.',
    en: 'Choose Print for a sheet with letterhead, Excel to work with the figures, or WhatsApp for a text that is ready to paste.',
  },

  'help.morning': { id: 'Membaca lembar pagi', en: 'Reading the morning sheet' },
  'help.morning.open': {
    id: 'Di Ringkasan pilih Tanpa kabar kemarin. Lembarnya tentang kemarin; hari lain bisa dipilih.',
    en: 'On the Summary page choose Silent yesterday. The sheet is about yesterday; other days can be chosen.',
  },
  'help.morning.read': {
    id: 'Yang tanpa kabar ada di atas, dengan nomor teleponnya.',
    en: 'The silent ones stand on top, with their phone numbers.',
  },
  'help.morning.record': {
    id: 'Tahu ia cuti atau dinas luar? Pilih Catat tidak hadir di sebelahnya.',
    en: 'You know that one is on leave or on duty elsewhere? Choose Record as absent beside the name.',
  },
  'help.morning.phone': {
    id: 'Masih di HP berarti laporannya sudah ditulis tetapi belum tiba. Tanyakan sinyalnya, bukan kerjanya.',
    en: 'Still on the phone means that something is written and has not arrived. Ask about the signal, not about the work.',
  },

  'help.directive.read': {
    id: 'Arahan pimpinan ada di halaman Hari ini. Buka, baca, lalu pilih Saya mengerti.',
    en: 'Directives of your commanders are on the page Today. Open one, read it, then choose I understand.',
  },
  'help.directive.act': {
    id: 'Ada laporan yang diharapkan? Kirim laporan jenis itu pada jangka waktunya; itu dihitung dengan sendirinya.',
    en: 'Is a report expected? File one of that type within the days; it counts by itself.',
  },
  'help.directive': { id: 'Memberi arahan', en: 'Giving a directive' },
  'help.directive.give': {
    id: 'Di menu akun pilih Arahan, lalu Buat arahan. Pilih sasaran, jangka waktu, dan jenis laporan yang diharapkan.',
    en: 'In the account menu choose Directives, then Give a directive. Choose for whom, which days, and which report is expected.',
  },
  'help.directive.follow': {
    id: 'Halaman arahan menunjukkan siapa yang sudah mengerti dan siapa yang sudah melaksanakan. Melaksanakan dihitung dari laporan, tidak perlu dicatat.',
    en: 'The page of a directive shows who has understood and who has acted. Acting is counted from reports; nobody has to record it.',
  },
  'help.directive.end': {
    id: 'Arahan tidak dapat diubah. Keliru? Akhiri lebih awal, lalu buat yang baru.',
    en: 'A directive is not edited. By mistake? End it early, then give a new one.',
  },

  'help.absence': { id: 'Mencatat ketidakhadiran', en: 'Recording absences' },
  'help.absence.record': {
    id: 'Di menu akun pilih Ketidakhadiran, pilih petugas dan jenisnya, lalu isi hari pertama dan hari terakhir.',
    en: 'In the account menu choose Absences, choose the officer and the kind, then enter the first and the last day.',
  },
  'help.absence.end': {
    id: 'Kembali lebih cepat atau lebih lama? Pilih Ubah hari terakhir. Salah catat? Pilih Batalkan.',
    en: 'Back earlier, or away for longer? Choose Change the last day. Recorded by mistake? Choose Cancel.',
  },
  'help.absence.days': {
    id: 'Hari tidak hadir bukan hari tanpa kabar. Jangan tulis keterangan kesehatan.',
    en: 'A day of absence is not a silent day. Write nothing about health.',
  },

  'help.accounts': { id: 'Mengurus akun', en: 'Keeping accounts' },
  'help.accounts.create': {
    id: 'Di Personel pilih Buat akun, isi datanya, lalu serahkan kode sekali pakai kepada orangnya. Kode berlaku 15 menit.',
    en: 'In Personnel choose New account, fill in the details, then hand the one-time code to the person. A code is good for 15 minutes.',
  },
  'help.accounts.code': {
    id: 'Lupa kata sandi? Buka orangnya di Personel, lalu pilih Terbitkan kode sekali pakai.',
    en: 'Password forgotten? Open the person in Personnel, then choose Issue a one-time code.',
  },
  'help.accounts.second': {
    id: 'Akun selain Bhabinkamtibmas: admin mengajukan, lalu admin lain, Kasat, atau Kapolres mengonfirmasi di Menunggu konfirmasi dalam 24 jam. Kodenya hanya dilihat yang mengonfirmasi, dan diserahkannya langsung kepada pemilik akun.',
    en: 'Accounts other than Bhabinkamtibmas: the admin asks, and another admin, the Kasat or the Kapolres confirms under Waiting for confirmation within 24 hours. Only the confirming person sees the code, and hands it to the holder in person.',
  },
  'help.accounts.leave': {
    id: 'Pindah satuan atau peran: pilih Mutasi. Tidak boleh masuk lagi: pilih Nonaktifkan. Laporan lama tetap atas nama penulisnya.',
    en: 'Another unit or role: choose Move. No more signing in: choose Suspend. Old reports keep their author.',
  },
  'help.accounts.villages': {
    id: 'Lihat Wilayah tanpa petugas di Ringkasan, lalu tugaskan petugas dari halaman orangnya.',
    en: 'See Villages without an officer on the Summary page, then assign an officer from the person’s page.',
  },

  'help.words': { id: 'Arti keadaan laporan', en: 'What the states of a report mean' },
  'help.words.draft': {
    id: 'Disimpan di server, belum dikirim. Hanya Anda yang melihatnya. Fotonya disimpan 7 hari.',
    en: 'Kept on the server, not sent yet. Only you see it. Its photos are kept for 7 days.',
  },
  'help.words.submitted': {
    id: 'Diterima server dan menunggu diperiksa. Masih bisa ditarik untuk diubah, atau dibatalkan, sampai diperiksa.',
    en: 'Received by the server and waiting for review. It can be recalled to change it, or cancelled, until it is reviewed.',
  },
  'help.words.returned': {
    id: 'Ada isian yang perlu diperbaiki. Petugas membuka laporan dari halaman Hari ini, memperbaiki yang ditandai saja, menulis apa yang diubah, lalu memilih Kirim ulang.',
    en: 'Some answers need fixing. The officer opens the report from the Today page, fixes only what is marked, writes what changed, then chooses Send again.',
  },
  'help.words.verified': {
    id: 'Sudah diperiksa dan dihitung sebagai terverifikasi di rekap. Isinya tidak bisa diubah lagi.',
    en: 'Reviewed, and counted as verified in the recap. Its content can no longer be changed.',
  },
  'help.words.cancelled': {
    id: 'Dibatalkan petugas dengan alasan. Tetap tersimpan, tetapi tidak dihitung.',
    en: 'Cancelled by the officer, with a reason. It is kept but not counted.',
  },

  'help.offline': { id: 'Server tidak terjangkau', en: 'The server cannot be reached' },
  'help.offline.back': {
    id: 'Tekan Kirim seperti biasa. Laporan tersimpan di HP, masuk Antrean kirim, dan di Chrome terkirim sendiri begitu ada sinyal. Di Firefox dan Safari, buka BOS lagi saat ada sinyal. Bila HP tidak menjalankan JavaScript, jangan tutup formulir: kembali dan kirim lagi setelah ada sinyal.',
    en: 'Press Send as usual. The report is saved on the phone, joins the send queue, and in Chrome is sent by itself once there is a signal. In Firefox and Safari, open BOS again when there is a signal. Where the phone runs no JavaScript, do not close the form: go back to it and send again once there is a signal.',
  },
  'help.offline.file': {
    id: 'Berhari-hari tanpa sinyal? Di Antrean kirim pilih Simpan berkas untuk Polsek, dan bawa berkasnya ke Kanit Binmas lewat HP lain atau kabel. Antreannya jangan dihapus.',
    en: 'Days without a signal? In the send queue choose Save a file for the Polsek, and take the file to the Kanit Binmas by another phone or a cable. Do not delete the queue.',
  },
  'help.offline.twice': {
    id: 'Mengirim formulir yang sama dua kali aman: laporannya tetap satu dan nomornya sama.',
    en: 'Sending the same form twice is safe: there is still one report, with the same number.',
  },
  'help.offline.number': {
    id: 'Yang sudah mendapat nomor tidak hilang. Tidak melihat nomor? Periksa daftar Laporan sebelum membuat yang baru.',
    en: 'What has a number is not lost. No number seen? Look in the list of Reports before you make a new one.',
  },
  'help.offline.draft': {
    id: 'Isian yang belum dikirim disimpan di HP selama sesi Anda berlaku. Simpan draf menaruhnya di server, dan itu perlu sinyal.',
    en: 'Entries that are not sent yet are kept on the phone as long as your session lasts. Save draft puts them on the server, which needs a signal.',
  },

  'help.who': { id: 'Siapa yang bisa membantu', en: 'Who can help' },
  'help.who.password': { id: 'Kata sandi dan akun', en: 'Password and account' },
  'help.who.passwordBy': { id: 'Admin Polres', en: 'The admin of your Polres' },
  'help.who.village': { id: 'Wilayah binaan atau satuan tidak sesuai', en: 'Wrong assigned village or unit' },
  'help.who.villageBy': { id: 'Admin Polres', en: 'The admin of your Polres' },
  'help.who.returned': { id: 'Laporan yang dikembalikan', en: 'A returned report' },
  'help.who.returnedBy': {
    id: 'Pemeriksa yang namanya ada di laporan itu (Kasat Binmas atau KBO)',
    en: 'The reviewer named on the report (Kasat Binmas or KBO)',
  },
  'help.who.error': { id: 'Halaman kesalahan dengan nomor rujukan', en: 'An error page with a reference' },
  'help.who.errorByOperator': {
    id: 'Pengelola sistem; sebutkan nomor rujukannya',
    en: 'Whoever runs the system; say the reference',
  },
  'help.who.errorBy': {
    id: 'Admin Polres; sebutkan nomor rujukannya',
    en: 'The admin of your Polres; say the reference',
  },
} satisfies Record<string, Text>
