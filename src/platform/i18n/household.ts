import type { Text } from '../../kernel/locale.ts'

export const household = {
  'household.title': { id: 'Warga', en: 'Residents' },
  'household.choose': { id: 'Pilih keluarga', en: 'Choose household' },
  'household.searchLabel': { id: 'Cari nama kepala keluarga atau RT', en: 'Search by head of household or RT' },
  'household.searchHint': { id: 'Misalnya Siti, atau RT 3.', en: 'For example Siti, or RT 3.' },
  'household.found': { id: '{count} keluarga', en: '{count} households' },
  'household.more': {
    id: 'Ditampilkan {count} yang pertama. Cari nama atau RT untuk mempersempit.',
    en: 'The first {count} are shown. Search a name or RT to narrow down.',
  },
  'household.none': { id: 'Tidak ada keluarga yang cocok dengan "{text}".', en: 'No household matches "{text}".' },
  'household.empty': {
    id: 'Belum ada keluarga di wilayah Anda. Tambahkan saat kunjungan pertama.',
    en: 'No households in your area yet. Add one at the first visit.',
  },
  'household.noVillage': {
    id: 'Anda belum punya wilayah binaan. Minta admin Polres menugaskan Anda.',
    en: 'You have no assigned village yet. Ask the admin of your Polres to assign you.',
  },
  'household.new': { id: 'Keluarga baru', en: 'New household' },
  'household.newHint': {
    id: 'Cari dulu di atas. Tambahkan hanya bila belum ada.',
    en: 'Search above first. Add only when it is not there.',
  },
  'household.visit': { id: 'Buat laporan kunjungan', en: 'Report a visit' },
  'household.pick': { id: 'Pilih', en: 'Choose' },
  'household.pickOf': { id: 'Pilih keluarga {name}', en: 'Choose the household of {name}' },
  'household.visitOf': {
    id: 'Buat laporan kunjungan ke keluarga {name}',
    en: 'Report a visit to the household of {name}',
  },
  'household.lastVisit': { id: 'Terakhir dikunjungi {day}', en: 'Last visited {day}' },
  'household.neverVisited': { id: 'Belum pernah dikunjungi', en: 'Never visited' },
  'household.residentsCount': { id: '{count} orang', en: '{count} people' },
  'household.registered': { id: 'Keluarga {name} dicatat.', en: 'The household of {name} is registered.' },
  'household.headName': { id: 'Nama kepala keluarga', en: 'Head of household' },
  'household.village': { id: 'Kelurahan atau desa', en: 'Village' },
  'household.rt': { id: 'RT', en: 'RT' },
  'household.rw': { id: 'RW', en: 'RW' },
  'household.address': { id: 'Alamat', en: 'Address' },
  'household.occupation': { id: 'Pekerjaan', en: 'Occupation' },
  'household.residents': { id: 'Jumlah penghuni', en: 'Number of residents' },
  'household.phone': { id: 'Nomor HP', en: 'Phone' },
  'household.emergency': { id: 'Kontak darurat', en: 'Emergency contact' },
  'household.emergencyHint': {
    id: 'Nama dan nomor yang bisa dihubungi.',
    en: 'A name and number that can be reached.',
  },
  'household.nik': { id: 'NIK kepala keluarga', en: 'NIK of the head' },
  'household.nikHint': { id: 'Hanya bila perlu. Disimpan terenkripsi.', en: 'Only when needed. Kept encrypted.' },
  'household.nikLength': { id: 'NIK harus 16 angka. Sekarang {length}', en: 'NIK must have 16 digits. Now {length}' },
  'household.nikDate': {
    id: 'Tanggal lahir di NIK tidak cocok. Periksa angka ke-7 sampai 12',
    en: 'The birth date in the NIK does not fit. Check digits 7 to 12',
  },
  'household.nikSerial': {
    id: 'Empat angka terakhir NIK tidak boleh 0000',
    en: 'The last four digits of the NIK cannot be 0000',
  },
  'household.nikProvince': {
    id: 'Dua angka pertama NIK bukan kode provinsi',
    en: 'The first two digits of the NIK are no province code',
  },
  'household.nikKnown': {
    id: 'NIK ini sudah tercatat pada keluarga lain',
    en: 'This NIK is already registered for another household',
  },
  'household.same': {
    id: 'Keluarga dengan nama, RT, dan RW ini sudah ada di daftar. Pilih dari hasil pencarian',
    en: 'A household with this name, RT and RW is already registered. Choose it from the search',
  },
  'household.save': { id: 'Catat keluarga', en: 'Register household' },
} satisfies Record<string, Text>
