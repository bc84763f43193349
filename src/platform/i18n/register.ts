import type { Text } from '../../kernel/locale.ts'

export const register = {
  'register.searchHint': { id: 'Misalnya Siti, atau RT 3.', en: 'For example Siti, or RT 3.' },
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
  'register.visitOf': { id: 'Buat laporan tentang {name}', en: 'Report on {name}' },
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
} satisfies Record<string, Text>
