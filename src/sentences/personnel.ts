import type { Text } from '../kernel/locale.ts'

export const personnel = {
  'personnel.title': { id: 'Personel', en: 'Personnel' },
  'personnel.name': { id: 'Nama', en: 'Name' },
  'personnel.nrp': { id: 'NRP', en: 'NRP' },
  'personnel.pangkat': { id: 'Pangkat', en: 'Rank' },
  'personnel.position': { id: 'Jabatan', en: 'Position' },
  'personnel.role': { id: 'Peran', en: 'Role' },
  'personnel.unit': { id: 'Satuan', en: 'Unit' },
  'personnel.villages': { id: 'Wilayah binaan', en: 'Assigned areas' },
  'personnel.state': { id: 'Keadaan', en: 'State' },
  'personnel.lastSignIn': { id: 'Terakhir masuk', en: 'Last sign-in' },
  'personnel.since': { id: 'Mulai', en: 'From' },
  'personnel.until': { id: 'Sampai', en: 'Until' },
  'personnel.now': { id: 'sekarang', en: 'now' },
  'personnel.person': { id: '{pangkat} {name}', en: '{pangkat} {name}' },
  'personnel.state.aktif': { id: 'Aktif', en: 'Active' },
  'personnel.state.nonaktif': { id: 'Nonaktif', en: 'Suspended' },
  'personnel.state.belum-masuk': { id: 'Belum pernah masuk', en: 'Never signed in' },
  'personnel.state.tanpa-wilayah': { id: 'Tanpa wilayah binaan', en: 'Without an area' },

  'personnel.search': { id: 'NRP atau nama', en: 'NRP or name' },
  'personnel.new': { id: 'Buat akun', en: 'New account' },
  'personnel.caption': { id: 'Personel menurut nama', en: 'Personnel by name' },
  'personnel.count': { id: '{count} orang', en: '{count} {count|person|people}' },
  'personnel.countOne': { id: '1 orang', en: '1 person' },
  'personnel.noMatch': { id: 'Tidak ada yang cocok dengan saringan ini.', en: 'Nobody matches this filter.' },

  'personnel.newTitle': { id: 'Buat akun personel', en: 'New personnel account' },
  'personnel.newLead': {
    id: 'Setelah disimpan, kode sekali pakai untuk masuk ditampilkan satu kali. Siapkan pencetak atau alat tulis.',
    en: 'Once saved, a one-time code to sign in is shown a single time. Have a printer or a pen at hand.',
  },
  'personnel.nrpHint': {
    id: '8 angka. Empat angka pertama adalah tahun dan bulan lahir.',
    en: '8 digits. The first four are the year and month of birth.',
  },
  'personnel.nameHint': { id: 'Tanpa pangkat dan gelar', en: 'Without rank and titles' },
  'personnel.phone': { id: 'Nomor HP', en: 'Phone number' },
  'personnel.phoneHint': {
    id: 'Dihubungi bila tidak ada kabar; tampil di lembar pagi. Misalnya 0812-3456-7890.',
    en: 'Called when nothing is heard; shown on the morning sheet. For example 0812-3456-7890.',
  },
  'personnel.phoneFault': {
    id: 'Tulis satu nomor HP, misalnya 0812-3456-7890, atau kosongkan',
    en: 'Write one mobile number, for example 0812-3456-7890, or leave it empty',
  },
  'personnel.positionHint': {
    id: 'Misalnya Bhabinkamtibmas Kel. Sunyaragi',
    en: 'For example Bhabinkamtibmas Kel. Sunyaragi',
  },
  'personnel.sinceHint': {
    id: 'Hari pertama di satuan ini. Laporan untuk hari sebelumnya tidak bisa dibuat.',
    en: 'First day in this unit. Reports on earlier days cannot be made.',
  },
  'personnel.serviceSince': { id: 'Bertugas mulai', en: 'In service from' },
  'personnel.showVillages': { id: 'Tampilkan wilayah satuan ini', en: 'Show the areas of this unit' },
  'personnel.villagesHint': {
    id: 'Boleh lebih dari satu. Di belakang nama: petugas sekarang.',
    en: 'More than one is possible. After the name: the officer now.',
  },
  'personnel.villageBy': { id: '{village} ({officers})', en: '{village} ({officers})' },
  'personnel.villageFree': { id: '{village} (belum ada petugas)', en: '{village} (no officer yet)' },
  'personnel.onlyBhabinkamtibmas': {
    id: 'Isi bila perannya Bhabinkamtibmas.',
    en: 'Fill in if the role is Bhabinkamtibmas.',
  },
  'personnel.create': { id: 'Simpan dan terbitkan kode', en: 'Save and issue the code' },

  'personnel.nrpEmpty': { id: 'Isi NRP', en: 'Enter the NRP' },
  'personnel.nrpLength': { id: 'NRP harus 8 angka. Sekarang {count}', en: 'NRP must have 8 digits. Now {count}' },
  'personnel.nrpDigits': { id: 'NRP hanya berisi angka', en: 'NRP has digits only' },
  'personnel.nrpBirth': {
    id: 'Empat angka pertama NRP adalah tahun dan bulan lahir. Periksa {digits}',
    en: 'The first four digits of an NRP are the year and month of birth. Check {digits}',
  },
  'personnel.nrpTooOften': {
    id: 'Dalam satu jam terakhir terlalu banyak NRP yang ternyata sudah punya akun. Coba lagi dalam {minutes} menit',
    en: 'Too many of the NRPs of the last hour had an account already. Try again in {minutes} {minutes|minute|minutes}',
  },
  'personnel.nrpTaken': { id: 'NRP ini sudah dipakai akun lain', en: 'This NRP belongs to another account' },
  'personnel.nameEmpty': { id: 'Isi nama', en: 'Enter the name' },
  'personnel.nameLong': { id: 'Nama paling banyak 100 karakter', en: 'Name must be 100 characters or fewer' },
  'personnel.nameLetters': {
    id: "Nama berisi huruf, paling banyak dua angka berurutan, dan tanda . , ' - / ( )",
    en: "Name has letters, at most two digits in a row, and the signs . , ' - / ( )",
  },
  'personnel.namePlaceholder': { id: 'Isi nama yang sebenarnya', en: 'Enter the real name' },
  'personnel.pangkatEmpty': { id: 'Pilih pangkat', en: 'Choose the rank' },
  'personnel.positionEmpty': { id: 'Isi jabatan', en: 'Enter the position' },
  'personnel.positionLength': {
    id: 'Jabatan 2 sampai 80 karakter. Sekarang {count}',
    en: 'Position must have 2 to 80 characters. Now {count}',
  },
  'personnel.roleEmpty': { id: 'Pilih peran', en: 'Choose the role' },
  'personnel.unitEmpty': { id: 'Pilih satuan', en: 'Choose the unit' },
  'personnel.needsPolsek': {
    id: '{role} bertugas di polsek. Pilih satu polsek',
    en: '{role} serves in a polsek. Choose a polsek',
  },
  'personnel.needsPolres': {
    id: '{role} bertugas di polres. Pilih polres',
    en: '{role} serves in a polres. Choose a polres',
  },
  'personnel.villagesOnlyBhabinkamtibmas': {
    id: 'Wilayah binaan hanya untuk Bhabinkamtibmas. Hapus pilihannya',
    en: 'Assigned areas are for a Bhabinkamtibmas only. Clear the choice',
  },
  'personnel.villageElsewhere': {
    id: 'Pilih wilayah dari daftar {unit}',
    en: 'Choose areas from the list of {unit}',
  },
  'personnel.villagesEmpty': { id: 'Pilih wilayah', en: 'Choose the areas' },
  'personnel.villageAssigned': {
    id: '{village} masih menjadi wilayah binaannya pada hari itu. Pilih hari mulai yang kemudian',
    en: '{village} is still assigned to this person on that day. Choose a later first day',
  },
  'personnel.dateBad': {
    id: '{label} harus tanggal yang ada, misalnya 24/11/2026',
    en: '{label} must be a real date, for example 24/11/2026',
  },
  'personnel.dateFuture': { id: '{label} tidak boleh setelah {day}', en: '{label} cannot be after {day}' },
  'personnel.datePast': { id: '{label} tidak boleh sebelum {day}', en: '{label} cannot be before {day}' },
  'personnel.unreadable': {
    id: '{label} berisi tanda yang tidak dapat dibaca. Ketik ulang',
    en: '{label} has signs that cannot be read. Type it again',
  },

  'personnel.slipTitle': { id: 'Kode sekali pakai', en: 'One-time code' },
  'personnel.slipCreated': { id: 'Akun dibuat.', en: 'The account is created.' },
  'personnel.slipOnce': {
    id: 'Kode ini hanya ditampilkan sekali. Cetak halaman ini atau salin kodenya, lalu serahkan langsung kepada yang bersangkutan.',
    en: 'This code is shown only once. Print this page or copy the code, and hand it over in person.',
  },
  'personnel.slipMinutes': { id: 'Kode {minutes} menit', en: '{minutes}-minute code' },
  'personnel.slipUntil': { id: 'Berlaku sampai {at}', en: 'Valid until {at}' },
  'personnel.slipHow': {
    id: 'Masuk ke BOS V2 dengan NRP dan kode ini sebagai kata sandi, lalu buat kata sandi sendiri. Huruf besar atau kecil sama saja.',
    en: 'Sign in to BOS V2 with the NRP and this code as the password, then choose a password. Capitals do not matter.',
  },
  'personnel.slipDone': { id: 'Selesai', en: 'Done' },
  'personnel.issueSlip': { id: 'Terbitkan kode sekali pakai', en: 'Issue a one-time code' },
  'personnel.issueLead': {
    id: 'Kode untuk masuk sekali, berlaku {minutes} menit. Kata sandi yang sekarang berlaku sampai kode dipakai; saat itu semua sesinya berakhir. Kode yang terbit sebelumnya tidak berlaku lagi.',
    en: 'A code to sign in once, valid for {minutes} {minutes|minute|minutes}. The present password works until the code is used; then all sessions end. Codes issued before no longer work.',
  },
  'personnel.issueOwn': {
    id: 'Kata sandi Anda sendiri diganti di halaman Akun saya.',
    en: 'Your own password is changed on the My account page.',
  },
  'personnel.slipSuspended': {
    id: 'Akun ini nonaktif. Aktifkan dulu, lalu terbitkan kodenya.',
    en: 'This account is suspended. Reinstate it first, then issue the code.',
  },
  'personnel.slipOpen': { id: 'Ada kode yang berlaku sampai {at}', en: 'A code is valid until {at}' },

  'personnel.details': { id: 'Data', en: 'Details' },
  'personnel.account': { id: 'Akun', en: 'Account' },
  'personnel.accountSince': { id: 'Dibuat', en: 'Created' },
  'personnel.code': { id: 'Kode sekali pakai', en: 'One-time code' },
  'personnel.actions': { id: 'Tindakan', en: 'Actions' },
  'personnel.history': { id: 'Riwayat penempatan', en: 'Postings' },
  'personnel.pastAssignments': { id: 'Wilayah binaan sebelumnya', en: 'Former areas' },
  'personnel.audit': { id: 'Jejak akun', en: 'Account history' },
  'personnel.auditAll': { id: 'Lihat semua di Audit', en: 'See all in Audit' },
  'personnel.noVillages': {
    id: 'Belum ada wilayah binaan. Tanpa wilayah, laporan tidak bisa dibuat.',
    en: 'No area is assigned yet. Without one, no report can be made.',
  },
  'personnel.suspendedSince': { id: 'Akun ini nonaktif.', en: 'This account is suspended.' },
  'personnel.reason': { id: 'Alasan: {reason}', en: 'Reason: {reason}' },
  'personnel.reportsStay': {
    id: 'Laporan lama tetap atas nama penulisnya.',
    en: 'Old reports keep their author.',
  },

  'personnel.edit': { id: 'Ubah data', en: 'Edit details' },
  'personnel.editTitle': { id: 'Ubah data {person}', en: 'Edit details of {person}' },
  'personnel.saved': { id: 'Data personel disimpan.', en: 'Personnel details saved.' },

  'personnel.suspend': { id: 'Nonaktifkan', en: 'Suspend' },
  'personnel.suspendTitle': { id: 'Nonaktifkan {person}', en: 'Suspend {person}' },
  'personnel.suspendLead': {
    id: 'Semua sesinya berakhir sekarang juga. Laporan yang pernah ditulis tetap ada.',
    en: 'All sessions end at once. Reports already written stay.',
  },
  'personnel.suspendVillages': {
    id: '{villages} menjadi tanpa petugas.',
    en: '{villages} will have no officer.',
  },
  'personnel.unserved': {
    id: 'Tidak dilayani petugas ini selama akunnya nonaktif.',
    en: 'Not served by this officer while the account is suspended.',
  },
  'personnel.suspendReason': { id: 'Alasan', en: 'Reason' },
  'personnel.reasonHint': { id: '10 sampai 300 karakter', en: '10 to 300 characters' },
  'personnel.reasonEmpty': { id: 'Isi alasan', en: 'Enter the reason' },
  'personnel.reasonShort': {
    id: 'Alasan minimal 10 huruf. Sekarang {count}',
    en: 'Reason must have at least 10 letters. Now {count}',
  },
  'personnel.reasonLong': {
    id: 'Alasan paling banyak 300 karakter. Lebih {over}',
    en: 'Reason must be 300 characters or fewer. {over} over',
  },
  'personnel.suspended': {
    id: 'Akun dinonaktifkan. Semua sesinya sudah berakhir.',
    en: 'Account suspended. All its sessions have ended.',
  },
  'personnel.notYourself': {
    id: 'Akun sendiri tidak bisa dinonaktifkan. Minta admin lain melakukannya.',
    en: 'Your own account cannot be suspended. Ask another admin to do it.',
  },
  'personnel.reinstate': { id: 'Aktifkan kembali', en: 'Reinstate' },
  'personnel.reinstated': { id: 'Akun aktif kembali.', en: 'Account reinstated.' },

  'personnel.move': { id: 'Mutasi', en: 'Move' },
  'personnel.moveTitle': { id: 'Mutasi {person}', en: 'Move {person}' },
  'personnel.moveFrom': { id: 'Dari', en: 'From' },
  'personnel.moveTo': { id: 'Ke satuan', en: 'To unit' },
  'personnel.moveLead': {
    id: 'Berlaku mulai hari ini, {day}. Sesinya berakhir dan wilayah binaannya ditutup.',
    en: 'Takes effect today, {day}. Sessions end and assigned areas are closed.',
  },
  'personnel.handover': { id: 'Ikut diserahkan', en: 'Handed over' },
  'personnel.handoverReturned': { id: 'Laporan dikembalikan atau ditarik', en: 'Returned or recalled reports' },
  'personnel.handoverUndecided': { id: 'Laporan yang belum diputuskan', en: 'Reports not yet decided' },
  'personnel.handoverVillages': { id: 'Wilayah yang menjadi kosong', en: 'Areas left without an officer' },
  'personnel.handoverNothing': { id: 'Tidak ada yang perlu diserahkan.', en: 'Nothing to hand over.' },
  'personnel.moveSave': { id: 'Simpan mutasi', en: 'Save the move' },
  'personnel.moveSame': {
    id: 'Pilih satuan atau peran yang baru. Jabatan saja diganti di Ubah data',
    en: 'Choose a new unit or role. The position alone is changed in Edit details',
  },
  'personnel.moved': { id: 'Mutasi disimpan.', en: 'Move saved.' },
  'personnel.movedAssign': {
    id: 'Mutasi disimpan. Pilih wilayah binaan di satuan baru.',
    en: 'Move saved. Choose the areas in the new unit.',
  },
  'personnel.lastAdmin': {
    id: 'Anda admin aktif satu-satunya di satuan ini. Buat admin lain dulu',
    en: 'You are the only active admin of this unit. Create another admin first',
  },

  'personnel.assign': { id: 'Tambah wilayah binaan', en: 'Assign areas' },
  'personnel.assignTitle': { id: 'Wilayah binaan {person}', en: 'Areas of {person}' },
  'personnel.assignSave': { id: 'Simpan penugasan', en: 'Save the assignment' },
  'personnel.assigned': { id: 'Penugasan disimpan.', en: 'Assignment saved.' },
  'personnel.assignNone': {
    id: 'Semua wilayah {unit} sudah menjadi wilayah binaannya.',
    en: 'All areas of {unit} are already assigned to this person.',
  },
  'personnel.assignNotBhabinkamtibmas': {
    id: 'Wilayah binaan hanya untuk Bhabinkamtibmas. Ganti perannya lewat Mutasi.',
    en: 'Assigned areas are for a Bhabinkamtibmas only. Change the role through Move.',
  },
  'personnel.unassign': { id: 'Akhiri', en: 'End' },
  'personnel.unassignOf': { id: 'Akhiri {village}', en: 'End {village}' },
  'personnel.unassignTitle': { id: 'Akhiri penugasan di {village}', en: 'End the assignment in {village}' },
  'personnel.unassignLead': {
    id: '{person} bertugas di wilayah ini mulai {since}.',
    en: '{person} has served this area since {since}.',
  },
  'personnel.lastDay': { id: 'Hari terakhir', en: 'Last day' },
  'personnel.unassignSave': { id: 'Akhiri penugasan', en: 'End the assignment' },
  'personnel.unassigned': { id: 'Penugasan diakhiri.', en: 'Assignment ended.' },
} satisfies Record<string, Text>
