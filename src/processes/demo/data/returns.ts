/** Why reports are sent back, what is pinned, and what the officer says when it comes again. */
export interface Objection {
  reason: string
  note: string
  field: string
  /** What the officer says has changed. */
  change: string
}

export const objections: Record<string, readonly Objection[]> = {
  'kunjungan-warga': [
    {
      reason: 'tidak-lengkap',
      note: 'Imbauan masih umum. Sesuaikan dengan keadaan rumah yang dikunjungi. Tulis imbauan yang diberikan kepada keluarga ini.',
      field: 'imbauan',
      change: 'Imbauan dilengkapi sesuai keadaan rumah.',
    },
    {
      reason: 'tidak-jelas',
      note: 'Pendapat warga belum dapat ditindaklanjuti. Sebutkan sejak kapan dan di mana.',
      field: 'pendapat',
      change: 'Waktu dan tempat keluhan ditambahkan.',
    },
    {
      reason: 'foto',
      note: 'Foto tidak memperlihatkan kunjungan. Ganti dengan foto di depan rumah yang dikunjungi.',
      field: 'foto',
      change: 'Foto diganti dengan foto di depan rumah.',
    },
    {
      reason: 'tidak-sesuai',
      note: 'Penerima tidak cocok dengan keterangan Ketua RT. Periksa lagi siapa yang menerima.',
      field: 'penerima',
      change: 'Penerima dibetulkan.',
    },
  ],
  penyuluhan: [
    {
      reason: 'tidak-sesuai',
      note: 'Jumlah peserta berbeda dengan daftar hadir. Cocokkan dengan daftar hadir.',
      field: 'jumlahPeserta',
      change: 'Jumlah peserta disesuaikan dengan daftar hadir.',
    },
    {
      reason: 'tidak-lengkap',
      note: 'Materi terlalu singkat untuk dinilai. Sebutkan pokok materi dan siapa yang bertanya.',
      field: 'materi',
      change: 'Pokok materi dilengkapi.',
    },
    {
      reason: 'foto',
      note: 'Foto tidak memperlihatkan peserta. Kirim foto yang memperlihatkan peserta.',
      field: 'foto',
      change: 'Foto diganti dengan foto peserta.',
    },
  ],
  'kunjungan-tempat': [
    {
      reason: 'tidak-lengkap',
      note: 'Imbauan belum sesuai dengan tempatnya. Tulis imbauan yang diberikan kepada penanggung jawab.',
      field: 'imbauan',
      change: 'Imbauan disesuaikan dengan tempat.',
    },
  ],
  'laporan-informasi': [
    {
      reason: 'tidak-jelas',
      note: 'Fakta masih tercampur pendapat. Tulis hanya yang dilihat atau didengar.',
      field: 'fakta',
      change: 'Fakta dipisahkan dari pendapat.',
    },
    {
      reason: 'tidak-lengkap',
      note: 'Pendapat belum memuat saran tindakan. Lengkapi.',
      field: 'pendapatPelapor',
      change: 'Saran tindakan ditambahkan.',
    },
  ],
  pembinaan: [
    {
      reason: 'tidak-lengkap',
      note: 'Isi pembinaan terlalu singkat. Sebutkan apa yang disepakati.',
      field: 'uraian',
      change: 'Isi pembinaan dilengkapi.',
    },
  ],
  'giat-desa': [
    {
      reason: 'tidak-lengkap',
      note: 'Hasil belum menyebut keputusan. Tulis apa yang diputuskan.',
      field: 'hasil',
      change: 'Keputusan ditambahkan.',
    },
  ],
  'layanan-kepolisian': [
    {
      reason: 'tidak-jelas',
      note: 'Tindakan belum jelas urutannya. Tulis apa yang dilakukan lebih dulu.',
      field: 'uraian',
      change: 'Urutan tindakan dijelaskan.',
    },
  ],
  'problem-solving': [
    {
      reason: 'tidak-lengkap',
      note: 'Langkah belum menyebut siapa yang hadir. Lengkapi.',
      field: 'langkah',
      change: 'Yang hadir ditambahkan.',
    },
  ],
}

/** What is added to an answer that was too short: after a visit to a household, and otherwise. */
export const additions = [
  'Disampaikan langsung di ruang tamu dan dicatat oleh kepala keluarga.',
  'Keluarga menyanggupi dan akan mulai malam ini.',
  'Nomor telepon Bhabinkamtibmas ditempel di pintu dapur.',
  'Hal ini juga disampaikan kepada Ketua RT setempat.',
]

export const otherAdditions = [
  'Hal ini sudah dicek kembali kepada Ketua RT setempat.',
  'Keterangan ini dibenarkan oleh pengurus RW.',
  'Waktu dan tempatnya sudah dicocokkan dengan catatan di lapangan.',
]

export const since = [
  'Sejak awal bulan, di depan rumah.',
  'Sudah dua minggu, di gang samping musala.',
  'Terakhir hari Minggu malam, di dekat pos kamling.',
]

export const cancelReasons = [
  'Terkirim dua kali untuk kunjungan yang sama.',
  'Salah memilih keluarga, laporan dibuat ulang.',
  'Kegiatan ternyata dilaporkan oleh rekan.',
]
