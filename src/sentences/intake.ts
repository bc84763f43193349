import type { Text } from '../kernel/locale.ts'

/** What is said of what came sealed from a phone. */
export const intake = {
  'intake.held.unknownDevice': {
    id: 'Dikirim dari perangkat yang tidak dikenal.',
    en: 'It came from a device that is not known.',
  },
  'intake.held.revokedDevice': {
    id: 'Dikirim dari perangkat yang sudah dicabut.',
    en: 'It came from a revoked device.',
  },
  'intake.held.badSignature': {
    id: 'Tanda tangannya tidak cocok dengan perangkat yang disebut.',
    en: 'Its signature does not match the device that it names.',
  },
  'intake.held.otherAuthor': {
    id: 'Pelapor yang disebut bukan pemilik perangkat.',
    en: 'The officer that it names is not the one of the device.',
  },
  'intake.held.inactive': { id: 'Akun pelapor nonaktif.', en: 'The account of the officer is suspended.' },
  'intake.held.noOfficer': {
    id: 'Pelapor tidak bertugas sebagai Bhabinkamtibmas pada hari itu.',
    en: 'The officer did not serve as Bhabinkamtibmas on that day.',
  },
  'intake.held.sealed': { id: 'Isinya tidak bisa kami buka.', en: 'We cannot open its content.' },
  'intake.held.unknownType': { id: 'Jenis laporannya tidak kami kenal.', en: 'We do not know its kind of report.' },
  'intake.held.unfit': {
    id: 'Isinya tidak bisa kami simpan sebagai laporan.',
    en: 'We cannot keep its content as a report.',
  },
  'report.photosAwaited': { id: '{count} foto menyusul', en: '{count} {count|photo follows|photos follow}' },
  'report.photosUnreadable': { id: '{count} foto tidak terbaca', en: '{count} {count|photo|photos} cannot be read' },
  'receiptCheck.title': { id: 'Cek tanda terima', en: 'Check a receipt' },
  'receiptCheck.lead': {
    id: 'Halaman ini hanya menyebut kapan laporan diterima, bukan isinya.',
    en: 'This page only says when a report was received, not what is in it.',
  },
  'receiptCheck.number': { id: 'Nomor laporan', en: 'Report number' },
  'receiptCheck.numberHint': { id: 'Seperti tertulis pada tanda terima', en: 'As it stands on the receipt' },
  'receiptCheck.codeHint': {
    id: '6 huruf atau angka, dengan atau tanpa tanda hubung',
    en: '6 letters or digits, with the hyphen or without',
  },
  'receiptCheck.ask': { id: 'Cek', en: 'Check' },
  'receiptCheck.received': { id: 'Diterima {at}', en: 'Received {at}' },
  'receiptCheck.different': { id: 'Tidak cocok', en: 'No match' },
  'receiptCheck.different.do': {
    id: 'Periksa lagi nomor dan kode periksanya.',
    en: 'Look at the number and the check code again.',
  },
  'receiptCheck.wait': {
    id: 'Terlalu banyak percobaan yang tidak cocok dari jaringan ini. Coba lagi dalam {minutes} menit.',
    en: 'Too many tries without a match from this network. Try again in {minutes} {minutes|minute|minutes}.',
  },
  'quarantine.title': { id: 'Kiriman yang ditahan', en: 'Held submissions' },
  'quarantine.lead': {
    id: 'Kiriman dari HP yang belum menjadi laporan. Semuanya disimpan utuh dan tidak dihitung.',
    en: 'What came from phones and is no report yet. All of it is kept whole and not counted.',
  },
  'quarantine.none': { id: 'Tidak ada kiriman yang ditahan.', en: 'Nothing is held.' },
  'quarantine.conflict': {
    id: 'Nomor kirimnya sama dengan laporan yang sudah ada, tetapi isinya berbeda.',
    en: 'It has the id of a report that is there already, but other content.',
  },
  'quarantine.photos': { id: '{count} foto ikut disimpan', en: 'Photos kept with it: {count}' },
  'quarantine.gapsTitle': { id: 'Kiriman yang belum tiba', en: 'Submissions that have not arrived' },
  'quarantine.gapsLead': {
    id: 'HP memberi nomor urut pada setiap kiriman. Nomor yang terlewat mungkin masih menunggu di HP itu.',
    en: 'A phone numbers what it sends. A number that is left out may still wait on that phone.',
  },
  'quarantine.gapOne': { id: 'Kiriman nomor {from} belum tiba', en: 'Submission {from} has not arrived' },
  'quarantine.gap': {
    id: 'Kiriman nomor {from} sampai {until} belum tiba',
    en: 'Submissions {from} to {until} have not arrived',
  },
  'quarantine.noGaps': { id: 'Tidak ada nomor yang terlewat.', en: 'No number is left out.' },
  'quarantine.nobody': { id: 'Pelapor tidak dikenal', en: 'Officer not known' },
  'quarantine.came': { id: 'tiba {at}', en: 'came {at}' },
  'quarantine.carrier': { id: 'Diserahkan lewat Polsek oleh {name}', en: 'Handed in at the Polsek by {name}' },
  'quarantine.read': { id: 'Baca isinya', en: 'Read what is in it' },
  'quarantine.inside': { id: 'Isi kiriman', en: 'What is in it' },
  'quarantine.closed.sealed': {
    id: 'Isinya tidak bisa dibuka: rusak, atau disegel dengan kunci yang bukan milik server ini.',
    en: 'It cannot be opened: it is damaged, or sealed to a key that is not this server’s.',
  },
  'quarantine.closed.unknownType': {
    id: 'Isinya terbuka, tetapi jenis laporannya tidak dikenal di sini, jadi isian-isiannya tidak bisa ditampilkan dengan benar.',
    en: 'It opens, but its kind of report is not known here, so its answers cannot be shown rightly.',
  },
  'quarantine.hasSealed': {
    id: 'Narasumbernya tersegel. Baru bisa dibuka, dengan alasan, setelah kiriman ini menjadi laporan.',
    en: 'The source is sealed. It can be opened, with a reason, once this has become a report.',
  },
  'quarantine.decision': { id: 'Putusan', en: 'Decision' },
  'quarantine.release': { id: 'Terima sebagai laporannya', en: 'File it as his report' },
  'quarantine.released': {
    id: 'Laporan {number} masuk. Pelapornya tetap yang membuatnya.',
    en: 'Report {number} is filed, under the officer who wrote it.',
  },
  'quarantine.unfit': { id: 'Kiriman ini belum bisa masuk: {why}', en: 'This cannot be filed: {why}' },
  'quarantine.discard': { id: 'Sisihkan', en: 'Set aside' },
  'quarantine.discardReason': { id: 'Alasan', en: 'Reason' },
  'quarantine.discardHint': {
    id: 'Kiriman tetap kami simpan, dengan nama Anda dan alasan ini. Minimal 10 huruf.',
    en: 'We keep it all the same, with your name and this reason. At least 10 characters.',
  },
  'quarantine.discardShort': { id: 'Tulis alasan, 10 sampai 500 huruf.', en: 'Write a reason, 10 to 500 characters.' },
  'quarantine.discarded': { id: 'Kiriman disisihkan dan tetap disimpan.', en: 'It is set aside, and kept.' },
  'quarantine.decided': { id: 'Kiriman ini sudah diputuskan.', en: 'This was already decided on.' },
  'unplaced.title': { id: 'Kiriman tak dikenal', en: 'Unknown submissions' },
  'unplaced.lead': {
    id: 'Kiriman dari HP yang tidak menyebut petugas, perangkat, atau wilayah yang dikenal di sini. Isinya tidak ditampilkan kepada admin. Serahkan kepada Kasat Binmas yang dapat mencari tahu.',
    en: 'What came from phones and names no officer, device or village that is known here. Its content is not shown to the admin. Give it to the Kasat Binmas who can find out.',
  },
  'unplaced.about': {
    id: 'Kiriman nomor {sequence} dari HP itu, rilis {release}',
    en: 'Submission {sequence} of that phone, release {release}',
  },
  'unplaced.came': { id: 'Tiba {at}', en: 'Came {at}' },
  'unplaced.to': { id: 'Serahkan kepada Kasat Binmas', en: 'Give to the Kasat Binmas of' },
  'unplaced.place': { id: 'Serahkan', en: 'Give' },
  'unplaced.none': { id: 'Tidak ada kiriman tak dikenal.', en: 'There are no unknown submissions.' },
  'unplaced.placed': {
    id: 'Kiriman diserahkan. Kasat Binmas melihatnya di Kiriman yang ditahan.',
    en: 'It is given over. The Kasat Binmas sees it among the held submissions.',
  },
  'audit.envelope.placed': {
    id: 'Menyerahkan kiriman tak dikenal kepada Kasat',
    en: 'Gave an unknown submission to a Kasat',
  },
  'audit.envelope.opened': { id: 'Membaca isi kiriman yang ditahan', en: 'Read what is held' },
  'audit.envelope.released': { id: 'Menerima kiriman yang ditahan', en: 'Filed what was held' },
  'audit.envelope.expired': {
    id: 'Menghapus kiriman tak dikenal yang sudah 14 hari',
    en: 'Removed unknown submissions after 14 days',
  },
  'held.order': {
    id: 'Urutan: dari HP atau pelapor yang dikenal dulu, lalu yang terbaru.',
    en: 'Order: from known phones or officers first, then the newest.',
  },
  'held.noMatch': { id: 'Tidak ada kiriman yang cocok.', en: 'No submission matches.' },
  'quarantine.search': { id: 'Cari kiriman', en: 'Search submissions' },
  'quarantine.searchHint': {
    id: 'Nama, NRP, satuan, atau nomor laporan.',
    en: 'Name, NRP, unit or number of a report.',
  },
  'unplaced.searchHint': {
    id: 'Nomor kiriman, versi aplikasi, atau tanggal tiba seperti 2026-12-01.',
    en: 'Number of the submission, version of the app, or day it came, such as 2026-12-01.',
  },
  'unplaced.expires': {
    id: 'Yang tidak diserahkan dihapus 14 hari setelah tiba.',
    en: 'What is not given to anybody is removed 14 days after it came.',
  },
  'audit.envelope.discarded': { id: 'Menyisihkan kiriman yang ditahan', en: 'Set aside what was held' },
  'audit.envelope.held': { id: 'Kiriman dari HP ditahan', en: 'What came from a phone is held' },
  'audit.envelope.faulty': {
    id: 'Mengirim laporan dari HP yang perlu diperbaiki',
    en: 'Sent a report from a phone that needs mending',
  },
  'audit.envelope.repeated': { id: 'Mengirim ulang laporan dari HP', en: 'Sent a report from a phone again' },
} satisfies Record<string, Text>
