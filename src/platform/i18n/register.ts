import type { Text } from '../../kernel/locale.ts'

export const register = {
  'register.searchHint': {
    id: 'Misalnya Siti, RT 3, atau Siti RT 3 RW 7. Salah ketik sedikit tidak apa-apa.',
    en: 'For example Siti, RT 3, or Siti RT 3 RW 7. A slip in the spelling does not matter.',
  },
  'register.parts': { id: 'Bagian daftar', en: 'Parts of the register' },
  'register.more': {
    id: 'Ditampilkan {count} yang pertama. Cari nama atau RT untuk mempersempit.',
    en: 'The first {count} are shown. Search a name or RT to narrow down.',
  },
  'register.none': { id: 'Tidak ada yang cocok dengan "{text}".', en: 'Nothing matches "{text}".' },
  'register.noVillage': {
    id: 'Anda belum punya wilayah binaan. Minta admin Polres menugaskan Anda.',
    en: 'You have no assigned village yet. Ask the admin of your Polres to assign you.',
  },
  'register.newHint': {
    id: 'Cari dulu di atas. Tambahkan hanya bila belum ada.',
    en: 'Search above first. Add only when it is not there.',
  },
  'register.pick': { id: 'Pilih', en: 'Choose' },
  'register.pickOf': { id: 'Pilih {name}', en: 'Choose {name}' },
  'register.visit': { id: 'Lapor', en: 'Report' },
  'register.visitOf': { id: 'Lapor tentang {name}', en: 'Report on {name}' },
  'register.lastVisit': { id: 'Terakhir dilaporkan {day}', en: 'Last reported {day}' },
  'register.neverVisited': { id: 'Belum pernah dilaporkan', en: 'Never reported' },
  'register.registered': { id: '{name} dicatat.', en: '{name} is registered.' },
  'register.village': { id: 'Kelurahan atau desa', en: 'Village' },
  'register.rt': { id: 'RT', en: 'RT' },
  'register.rw': { id: 'RW', en: 'RW' },
  'register.address': { id: 'Alamat', en: 'Address' },
  'register.phone': { id: 'Nomor HP', en: 'Phone' },
  'register.emergency': { id: 'Kontak darurat', en: 'Emergency contact' },
  'register.emergencyHint': {
    id: 'Nama dan nomor yang bisa dihubungi.',
    en: 'A name and number that can be reached.',
  },
  'register.nik': { id: 'NIK kepala keluarga', en: 'NIK of the head' },
  'register.nikHint': { id: 'Hanya bila perlu. Disimpan terenkripsi.', en: 'Only when needed. Kept encrypted.' },
  'register.nikLength': { id: 'NIK harus 16 angka. Sekarang {length}', en: 'NIK must have 16 digits. Now {length}' },
  'register.nikDate': {
    id: 'Tanggal lahir di NIK tidak cocok. Periksa angka ke-7 sampai 12',
    en: 'The birth date in the NIK does not fit. Check digits 7 to 12',
  },
  'register.nikSerial': {
    id: 'Empat angka terakhir NIK tidak boleh 0000',
    en: 'The last four digits of the NIK cannot be 0000',
  },
  'register.nikProvince': {
    id: 'Dua angka pertama NIK bukan kode provinsi',
    en: 'The first two digits of the NIK are no province code',
  },
  'register.nikKnown': {
    id: 'NIK ini sudah tercatat pada keluarga lain',
    en: 'This NIK is already registered for another household',
  },
  'register.same': {
    id: 'Nama dengan RT dan RW ini sudah ada di daftar. Pilih dari hasil pencarian',
    en: 'This name with this RT and RW is already registered. Choose it from the search',
  },
  'register.save': { id: 'Catat', en: 'Register' },
  'register.noVillageOfUnit': {
    id: 'Satuan Anda belum punya wilayah. Minta admin Polres menambahkannya.',
    en: 'Your unit has no villages yet. Ask the admin of your Polres to add them.',
  },
  'register.known': { id: 'Yang dicatat', en: 'What is known' },
  'register.edit': { id: 'Ubah {name}', en: 'Change {name}' },
  'register.edited': { id: 'Perubahan pada {name} disimpan.', en: 'The changes to {name} are saved.' },
  'register.changedMeanwhile': {
    id: 'Data ini sudah diubah orang lain setelah Anda membukanya. Perubahan Anda tidak disimpan. Buka lagi datanya, lalu ubah.',
    en: 'Somebody else has changed this entry since you opened it. Your changes are not saved. Open it again, then change it.',
  },
  'register.mergedInto': { id: 'Data ganda ini sudah digabung ke', en: 'This double has been merged into' },
  'register.visits': { id: 'Riwayat kunjungan ({count})', en: 'Visits so far ({count})' },
  'register.visitOn': { id: 'Kunjungan ke-{number}, {day}', en: 'Visit {number}, {day}' },
  'register.nikKept': {
    id: 'Sudah tersimpan. Isi hanya bila perlu diganti.',
    en: 'One is kept. Fill in only to replace it.',
  },
  'register.nikReveal': { id: 'Tampilkan NIK', en: 'Show the NIK' },
  'register.nikReason': { id: 'Untuk apa NIK ini dibuka?', en: 'What is this NIK opened for?' },
  'register.nikReasonHint': {
    id: 'Nama Anda, waktu, dan alasan ini tercatat di audit.',
    en: 'Your name, the time and this reason are kept in the audit.',
  },
  'register.nikReasonShort': { id: 'Tulis alasan 10 sampai 200 huruf', en: 'Write a reason of 10 to 200 characters' },
  'register.nikShown': { id: 'NIK dibuka dan tercatat.', en: 'The NIK was opened, and that is recorded.' },
  'register.nikIs': { id: 'NIK: {nik}', en: 'NIK: {nik}' },
} satisfies Record<string, Text>
