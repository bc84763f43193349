/** Places and partner groups that a village may have; `{desa}`, `{rw}` are filled in. All names are invented. */

export const places: readonly {
  jenis: string
  name: readonly string[]
  karyawan: [number, number]
  bukaPukul: string
  tutupPukul: string
}[] = [
  {
    jenis: 'usaha',
    name: ['Toko Berkah Jaya', 'Toko Sumber Rejeki', 'Warung Bu Tuti'],
    karyawan: [1, 6],
    bukaPukul: '07:00',
    tutupPukul: '21:00',
  },
  {
    jenis: 'usaha',
    name: ['Bengkel Maju Motor', 'Bengkel Dua Roda'],
    karyawan: [2, 8],
    bukaPukul: '08:00',
    tutupPukul: '17:00',
  },
  {
    jenis: 'kos',
    name: ['Kos Melati', 'Kos Putri Anggrek', 'Kontrakan Pak Haji'],
    karyawan: [0, 2],
    bukaPukul: '00:00',
    tutupPukul: '23:59',
  },
  {
    jenis: 'sekolah',
    name: ['SDN {desa} 1', 'SDN {desa} 2', 'MI Nurul Huda {desa}'],
    karyawan: [10, 35],
    bukaPukul: '06:30',
    tutupPukul: '15:00',
  },
  {
    jenis: 'ibadah',
    name: ['Masjid Al-Ikhlas {desa}', 'Musala Al-Hidayah {desa}'],
    karyawan: [1, 4],
    bukaPukul: '04:00',
    tutupPukul: '21:00',
  },
  {
    jenis: 'keuangan',
    name: ['Agen BRILink {desa}', 'Koperasi Mitra {desa}'],
    karyawan: [1, 6],
    bukaPukul: '08:00',
    tutupPukul: '16:00',
  },
  {
    jenis: 'kantor',
    name: ['Balai {desa}', 'Kantor Ekspedisi {desa}'],
    karyawan: [4, 18],
    bukaPukul: '08:00',
    tutupPukul: '16:00',
  },
  {
    jenis: 'kesehatan',
    name: ['Klinik Sehat Bersama', 'Puskesmas Pembantu {desa}'],
    karyawan: [3, 12],
    bukaPukul: '07:30',
    tutupPukul: '20:00',
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
