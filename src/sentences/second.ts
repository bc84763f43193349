import type { Text } from '../kernel/locale.ts'

/** Acts on accounts of commanders and admins, which take a second person. */
export const second = {
  'second.title': { id: 'Menunggu konfirmasi', en: 'Waiting for confirmation' },
  'second.lead': {
    id: 'Akun Kanit, Kapolsek, KBO, Kasat, Kapolres, dan admin baru berubah setelah orang kedua mengonfirmasi. Permintaan gugur setelah 24 jam.',
    en: 'Accounts of Kanit, Kapolsek, KBO, Kasat, Kapolres and admins change only when a second person has confirmed. A request lapses after 24 hours.',
  },
  'second.forYou': { id: 'Menunggu Anda', en: 'Waiting for you' },
  'second.forOthers': { id: 'Menunggu orang lain', en: 'Waiting for somebody else' },
  'second.closed': { id: 'Tujuh hari terakhir', en: 'The last seven days' },
  'second.none': { id: 'Tidak ada permintaan yang menunggu Anda.', en: 'No request is waiting for you.' },
  'second.needed': {
    id: 'Tindakan pada akun ini memerlukan orang kedua. Ajukan dari halaman orang itu.',
    en: 'This act on the account takes a second person. Ask for it on the page of that person.',
  },
  'second.formLead': {
    id: 'Ini baru berlaku setelah orang kedua (admin lain, Kasat, atau Kapolres) mengonfirmasi dalam 24 jam. Kodenya hanya dilihat oleh yang mengonfirmasi.',
    en: 'This takes effect only when a second person (another admin, the Kasat or the Kapolres) confirms within 24 hours. Only the confirming person sees the code.',
  },
  'second.createLead': {
    id: 'Akun dengan peran selain Bhabinkamtibmas baru dibuat setelah orang kedua (admin lain, Kasat, atau Kapolres) mengonfirmasi.',
    en: 'An account with a role other than Bhabinkamtibmas is made only when a second person (another admin, the Kasat or the Kapolres) has confirmed.',
  },
  'second.moveLead': {
    id: 'Peran selain Bhabinkamtibmas baru berlaku setelah orang kedua (admin lain, Kasat, atau Kapolres) mengonfirmasi. Kata sandi lamanya lalu tidak berlaku, dan yang mengonfirmasi menyerahkan kode.',
    en: 'A role other than Bhabinkamtibmas takes effect only when a second person (another admin, the Kasat or the Kapolres) has confirmed. The old password then stops working, and whoever confirmed hands over a code.',
  },
  'second.ask': { id: 'Ajukan untuk dikonfirmasi', en: 'Ask for confirmation' },
  'second.asked': {
    id: 'Permintaan dicatat. Belum ada yang berubah sampai orang kedua mengonfirmasi.',
    en: 'The request is recorded. Nothing changes until a second person confirms.',
  },
  'second.tooMany': {
    id: 'Sudah ada 50 permintaan Anda yang menunggu. Tarik yang tidak perlu, atau tunggu sampai diputuskan.',
    en: '50 of your requests are waiting already. Withdraw what is not needed, or wait until they are decided.',
  },
  'second.pending': { id: 'Menunggu orang kedua: {act}.', en: 'Waiting for a second person: {act}.' },
  'second.open': { id: 'Lihat permintaannya', en: 'See the request' },
  'second.actOn': { id: '{act}: {person}', en: '{act}: {person}' },
  'second.act.create': { id: 'Akun baru', en: 'New account' },
  'second.act.slip': { id: 'Kode sekali pakai', en: 'One-time code' },
  'second.act.move': { id: 'Mutasi atau ganti peran', en: 'Move or change of role' },
  'second.act.reinstate': { id: 'Pengaktifan kembali', en: 'Reinstatement' },
  'second.act.edit': { id: 'Perubahan data', en: 'Change of details' },
  'second.act.suspend': { id: 'Penonaktifan', en: 'Suspension' },
  'second.act.endSessions': { id: 'Pengeluaran dari semua perangkat', en: 'Signing out on all devices' },
  'second.act.revokeDevice': { id: 'Pencabutan perangkat', en: 'Revocation of a device' },
  'second.request': { id: 'Permintaan', en: 'Request' },
  'second.requestedBy': { id: 'Diminta oleh', en: 'Requested by' },
  'second.requestedAt': { id: 'Pada', en: 'At' },
  'second.expires': { id: 'Gugur pada', en: 'Lapses at' },
  'second.decision': { id: 'Keputusan', en: 'Decision' },
  'second.byOperator': { id: 'operator server', en: 'the operator of the server' },
  'second.byAt': { id: '{state} oleh {person}, {at}', en: '{state} by {person}, {at}' },
  'second.changes': { id: 'Yang akan berubah', en: 'What will change' },
  'second.changed': { id: 'Yang diminta', en: 'What was requested' },
  'second.fromTo': { id: '{before} → {after}', en: '{before} → {after}' },
  'second.getsCode': {
    id: 'Setelah Anda konfirmasi, kode muncul di layar Anda saja dan berlaku {minutes} menit. Serahkan langsung kepada pemilik akun, bukan kepada {requester}.',
    en: 'When you confirm, the code appears on your screen only and is valid for {minutes} {minutes|minute|minutes}. Hand it to the holder of the account in person, not to {requester}.',
  },
  'second.becoming': {
    id: 'Kata sandi lama akun ini tidak berlaku lagi setelah dikonfirmasi; pemiliknya masuk dengan kode itu.',
    en: 'The old password of this account stops working on confirmation; its holder signs in with the code.',
  },
  'second.sure': {
    id: 'Konfirmasi hanya bila Anda sudah bicara dengan pemilik akun atau tahu surat perintahnya.',
    en: 'Confirm only when you have spoken with the holder of the account or know the order.',
  },
  'second.confirm': { id: 'Konfirmasi', en: 'Confirm' },
  'second.reject': { id: 'Tolak', en: 'Reject' },
  'second.withdraw': { id: 'Tarik permintaan', en: 'Withdraw the request' },
  'second.confirmed': {
    id: 'Permintaan dikonfirmasi dan sudah dilaksanakan.',
    en: 'The request is confirmed and done.',
  },
  'second.rejected': {
    id: 'Permintaan ditolak. Tidak ada yang berubah.',
    en: 'The request is rejected. Nothing changed.',
  },
  'second.withdrawn': {
    id: 'Permintaan ditarik. Tidak ada yang berubah.',
    en: 'The request is withdrawn. Nothing changed.',
  },
  'second.state.pending': { id: 'Menunggu', en: 'Waiting' },
  'second.state.confirmed': { id: 'Dikonfirmasi', en: 'Confirmed' },
  'second.state.rejected': { id: 'Ditolak', en: 'Rejected' },
  'second.state.withdrawn': { id: 'Ditarik', en: 'Withdrawn' },
  'second.state.lapsed': { id: 'Gugur', en: 'Lapsed' },
  'second.rowText': {
    id: 'Diminta {person}, {at}. Gugur {until}.',
    en: 'Requested by {person}, {at}. Lapses {until}.',
  },
  'second.rowClosed': { id: 'Diminta {person}, {at}', en: 'Requested by {person}, {at}' },
  'second.not.requester': {
    id: 'Anda yang meminta ini. Orang lain yang harus mengonfirmasi.',
    en: 'You requested this. Somebody else must confirm it.',
  },
  'second.not.holder': {
    id: 'Ini akun Anda sendiri. Orang lain yang harus mengonfirmasi.',
    en: 'This is your own account. Somebody else must confirm it.',
  },
  'second.not.notIndependent': {
    id: 'Akun atau peran Anda diberikan atas permintaan orang yang meminta ini, atau sebaliknya. Orang lain yang harus mengonfirmasi.',
    en: 'Your account or role was given at the request of who requests this, or theirs at yours. Somebody else must confirm it.',
  },
  'second.not.closed': {
    id: 'Permintaan ini sudah diputuskan atau gugur. Tidak ada yang berubah.',
    en: 'This request has been decided or has lapsed. Nothing changed.',
  },
  'second.stale': {
    id: 'Akun atau satuan itu sudah berubah sejak permintaan dibuat. Tidak ada yang dilaksanakan. Minta admin membuat permintaan baru.',
    en: 'The account or unit has changed since the request was made. Nothing was done. Ask the admin for a new request.',
  },
  'second.requesterChanged': {
    id: 'Yang meminta tidak lagi bertugas sebagai admin di sini. Tidak ada yang dilaksanakan.',
    en: 'Whoever requested this is no longer an admin here. Nothing was done.',
  },
  'second.who': { id: 'Yang bisa mengonfirmasi: {people}', en: 'Who can confirm: {people}' },
  'second.nobody': {
    id: 'Belum ada orang kedua di sini yang bisa mengonfirmasi. Minta operator server menjalankan: npm run confirm-account -- --permintaan {id}',
    en: 'Nobody here can be the second person yet. Ask the operator of the server to run: npm run confirm-account -- --permintaan {id}',
  },
  'second.homeOne': {
    id: 'Satu permintaan tentang akun menunggu konfirmasi Anda',
    en: 'One request about an account waits for your confirmation',
  },
  'second.home': {
    id: '{count} permintaan tentang akun menunggu konfirmasi Anda',
    en: '{count} requests about accounts wait for your confirmation',
  },
  'second.news': { id: 'Kabar akun', en: 'News of accounts' },
  'second.read': { id: 'Sudah saya baca', en: 'I have read this' },
  'second.readOf': { id: 'Sudah saya baca: {text}', en: 'I have read: {text}' },
  'second.notYours': {
    id: 'Tidak tahu tentang ini? Segera tanyakan kepada nama yang disebut, dan laporkan kepada Kapolres.',
    en: 'You know nothing of this? Ask those who are named at once, and tell the Kapolres.',
  },
  'second.notice.asked': {
    id: '{act} untuk {subject} diminta oleh {requester} dan menunggu orang kedua.',
    en: '{act} for {subject} was requested by {requester} and waits for a second person.',
  },
  'second.notice.confirmed': {
    id: '{act} untuk {subject}: diminta {requester}, dikonfirmasi {confirmer}.',
    en: '{act} for {subject}: requested by {requester}, confirmed by {confirmer}.',
  },
  'second.notice.rejected': {
    id: '{act} untuk {subject}: diminta {requester}, ditolak {confirmer}.',
    en: '{act} for {subject}: requested by {requester}, rejected by {confirmer}.',
  },
  'second.notice.withdrawn': {
    id: '{act} untuk {subject}: permintaannya ditarik oleh {requester}.',
    en: '{act} for {subject}: {requester} withdrew the request.',
  },
  'second.notice.operator': {
    id: '{act} untuk {subject} dilaksanakan oleh operator server.',
    en: '{act} for {subject} was done by the operator of the server.',
  },
  'second.notice.alone': { id: '{act} untuk {subject} oleh {requester}.', en: '{act} for {subject} by {requester}.' },
  'personnel.endSessions': { id: 'Keluarkan dari semua perangkat', en: 'Sign out on all devices' },
  'personnel.sessionsEnded': {
    id: 'Semua sesinya sudah diakhiri. Kata sandinya masih berlaku.',
    en: 'All sessions have ended. The password still works.',
  },
  'audit.what.act': { id: 'Tindakan', en: 'Act' },
  'audit.what.requestedBy': { id: 'Diminta oleh', en: 'Requested by' },
  'audit.what.confirmedBy': { id: 'Dikonfirmasi oleh', en: 'Confirmed by' },
  'audit.request.made': { id: 'Meminta konfirmasi orang kedua', en: 'Asked for a second person' },
  'audit.request.confirmed': { id: 'Mengonfirmasi permintaan', en: 'Confirmed a request' },
  'audit.request.rejected': { id: 'Menolak permintaan', en: 'Rejected a request' },
  'audit.request.withdrawn': { id: 'Menarik permintaan', en: 'Withdrew a request' },
} satisfies Record<string, Text>
