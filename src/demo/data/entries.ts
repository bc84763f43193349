/** Places and partner groups that a village may have; `{desa}`, `{rw}` are filled in. All names are invented. */

export const places: readonly {
  jenis: string
  name: readonly string[]
  karyawan: [number, number]
  jamBuka: string
}[] = [
  {
    jenis: 'usaha',
    name: ['Toko Berkah Jaya', 'Toko Sumber Rejeki', 'Warung Bu Tuti'],
    karyawan: [1, 6],
    jamBuka: '07.00 sampai 21.00',
  },
  { jenis: 'usaha', name: ['Bengkel Maju Motor', 'Bengkel Dua Roda'], karyawan: [2, 8], jamBuka: '08.00 sampai 17.00' },
  {
    jenis: 'kos',
    name: ['Kos Melati', 'Kos Putri Anggrek', 'Kontrakan Pak Haji'],
    karyawan: [0, 2],
    jamBuka: '24 jam',
  },
  {
    jenis: 'sekolah',
    name: ['SDN {desa} 1', 'SDN {desa} 2', 'MI Nurul Huda {desa}'],
    karyawan: [10, 35],
    jamBuka: '06.30 sampai 15.00',
  },
  {
    jenis: 'ibadah',
    name: ['Masjid Al-Ikhlas {desa}', 'Musala Al-Hidayah {desa}'],
    karyawan: [1, 4],
    jamBuka: '04.00 sampai 21.00',
  },
  {
    jenis: 'keuangan',
    name: ['Agen BRILink {desa}', 'Koperasi Mitra {desa}'],
    karyawan: [1, 6],
    jamBuka: '08.00 sampai 16.00',
  },
  {
    jenis: 'kantor',
    name: ['Balai {desa}', 'Kantor Ekspedisi {desa}'],
    karyawan: [4, 18],
    jamBuka: '08.00 sampai 16.00',
  },
  {
    jenis: 'kesehatan',
    name: ['Klinik Sehat Bersama', 'Puskesmas Pembantu {desa}'],
    karyawan: [3, 12],
    jamBuka: '07.30 sampai 20.00',
  },
]

export const groups: readonly { jenis: string; name: string; anggota: [number, number] }[] = [
  { jenis: 'satkamling', name: 'Satkamling RW {rw}', anggota: [8, 24] },
  { jenis: 'fkpm', name: 'FKPM {desa}', anggota: [10, 25] },
  { jenis: 'pokdarkamtibmas', name: 'Pokdarkamtibmas {desa}', anggota: [12, 40] },
  { jenis: 'satpam', name: 'Satpam Perumahan {desa} Asri', anggota: [4, 12] },
  { jenis: 'tokoh', name: 'Forum Tokoh Masyarakat {desa}', anggota: [7, 20] },
  { jenis: 'ormas', name: 'Karang Taruna {desa}', anggota: [15, 60] },
]
