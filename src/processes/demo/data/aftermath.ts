/** What is written after a report was sent: supplements, results of follow-ups, and why one stands for another. */
export const supplements = [
  'Ketua RT sudah mengetahui isi laporan ini dan ikut memantau.',
  'Warga menelepon kembali pada malam harinya, keadaan sudah tenang.',
  'Nomor telepon warga yang ditulis di register sudah diperbarui.',
  'Sudah disampaikan juga kepada piket polsek pada hari yang sama.',
  'Babinsa ikut meninjau keesokan harinya, tidak ada kejadian baru.',
]

export const results: Record<'selesai' | 'dilimpahkan' | 'tidak-dapat', readonly string[]> = {
  selesai: [
    'Sudah dikerjakan dan dilihat langsung, warga menyatakan cukup.',
    'Dibahas bersama pengurus RW, jadwal ronda berjalan lagi sejak malam itu.',
    'Lampu sudah menyala, keluhan yang sama tidak ada lagi.',
    'Kedua pihak sudah bertemu dan sepakat, keadaan di lapangan tenang.',
    'Saluran sudah dibersihkan bersama warga.',
  ],
  dilimpahkan: [
    'Diteruskan kepada Unit Reskrim polsek beserta salinan laporan.',
    'Diteruskan kepada pemerintah desa karena menyangkut anggaran.',
  ],
  'tidak-dapat': [
    'Warga yang bersangkutan sudah pindah dan tidak dapat dihubungi.',
    'Menunggu anggaran tahun depan, warga sudah diberi tahu.',
  ],
}

export const twiceNotes = [
  'Isi, tempat, dan jamnya sama dengan laporan yang lebih dulu masuk.',
  'Terkirim dua kali untuk kegiatan yang sama.',
]

export const risks = [
  'Pertigaan depan pasar, Sabtu malam: balap liar.',
  'Gang belakang sekolah, siang hari: pelajar membolos.',
  'Lahan kosong dekat sungai, malam hari: minum minuman keras.',
  'Jalan tembus ke jalan raya, menjelang subuh: pencurian sepeda motor.',
  'Bantaran saluran, musim hujan: banjir setinggi lutut.',
  'Deretan rumah kos, malam hari: tamu tidak lapor.',
]
