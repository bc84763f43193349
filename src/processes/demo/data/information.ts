/** What is heard of, as an information report tells it. `{rt}`, `{rw}` and `{desa}` are filled in. */
export interface Rumour {
  bidang: 'politik' | 'ekonomi' | 'sosbud' | 'keamanan'
  kategori: string
  masalah: string
  apa: string
  siapa: string
  fakta: string
  pendapat: string
  urgensi: 'biasa' | 'segera' | 'mendesak'
}

export const rumours: readonly Rumour[] = [
  {
    bidang: 'keamanan',
    kategori: 'pencurian',
    masalah: 'Pencurian sepeda motor di teras rumah RW {rw}',
    apa: 'Dalam dua minggu tiga sepeda motor hilang dari teras rumah warga RW {rw}, semuanya menjelang subuh.',
    siapa: 'Dua orang berboncengan, satu memakai jaket ojek',
    fakta: 'Tiga warga kehilangan motor antara pukul 02.00 dan 04.30. Satu kamera merekam dua orang tanpa helm.',
    pendapat: 'Pelaku mengenal kebiasaan warga. Patroli dini hari dan kunci ganda perlu digiatkan di RW {rw}.',
    urgensi: 'segera',
  },
  {
    bidang: 'keamanan',
    kategori: 'kekerasan',
    masalah: 'Rencana tawuran antarpelajar pada akhir pekan',
    apa: 'Pesan ajakan berkelahi antara dua kelompok pelajar beredar di grup percakapan sejak Rabu malam.',
    siapa: 'Pelajar dua sekolah menengah, sekitar dua puluh orang',
    fakta: 'Tangkapan layar pesan menyebut tempat dan jam. Seorang guru membenarkan adanya perselisihan sebelumnya.',
    pendapat: 'Ajakan dapat terjadi bila tidak dicegah. Sekolah dan orang tua perlu dipertemukan sebelum Sabtu.',
    urgensi: 'mendesak',
  },
  {
    bidang: 'keamanan',
    kategori: 'narkoba',
    masalah: 'Penjualan obat keras tanpa resep di warung RT {rt}',
    apa: 'Pelajar terlihat membeli obat tanpa resep di sebuah warung RT {rt} pada jam pulang sekolah.',
    siapa: 'Penjaga warung dan pelajar berseragam',
    fakta: 'Dua kali terlihat bungkus obat berpindah tangan. Bungkus kosong ditemukan di belakang pos kamling.',
    pendapat: 'Perlu penyelidikan Satresnarkoba dan penyuluhan di sekolah terdekat.',
    urgensi: 'segera',
  },
  {
    bidang: 'keamanan',
    kategori: 'judi',
    masalah: 'Sabung ayam di kebun kosong RW {rw}',
    apa: 'Setiap Minggu siang sekitar tiga puluh orang berkumpul di kebun kosong RW {rw} untuk sabung ayam.',
    siapa: 'Warga setempat dan pendatang dari desa tetangga',
    fakta: 'Terlihat gelanggang bambu, kandang, dan motor dari luar desa. Uang taruhan dikumpulkan satu orang.',
    pendapat: 'Kegiatan ini mengundang keributan. Disarankan pembubaran bersama perangkat desa.',
    urgensi: 'segera',
  },
  {
    bidang: 'ekonomi',
    kategori: 'penipuan',
    masalah: 'Arisan daring yang tidak membayar anggotanya',
    apa: 'Ibu-ibu RW {rw} ikut arisan daring dan sejak bulan lalu tidak menerima pembayaran giliran.',
    siapa: 'Pengelola arisan yang tinggal di luar kota dan sekitar empat puluh anggota',
    fakta: 'Lima anggota menunjukkan bukti kirim uang. Nomor pengelola tidak aktif sejak sepekan.',
    pendapat: 'Kerugian dapat meluas. Anggota disarankan membuat laporan bersama di polsek.',
    urgensi: 'segera',
  },
  {
    bidang: 'ekonomi',
    kategori: 'lain',
    masalah: 'Kelangkaan gas tabung kecil di warung {desa}',
    apa: 'Gas tabung kecil sulit didapat di warung {desa} selama empat hari dan harganya naik.',
    siapa: 'Pemilik warung dan warga pembeli',
    fakta: 'Enam warung yang didatangi kosong. Satu pangkalan membatasi pembelian satu tabung setiap keluarga.',
    pendapat: 'Warga mulai gelisah. Perlu pengecekan pangkalan bersama dinas perdagangan.',
    urgensi: 'segera',
  },
  {
    bidang: 'ekonomi',
    kategori: 'unjukRasa',
    masalah: 'Keluhan buruh tentang upah lembur di pabrik kecil',
    apa: 'Buruh sebuah pabrik kecil membicarakan rencana mogok karena upah lembur dua bulan belum dibayar.',
    siapa: 'Sekitar enam puluh buruh dan pengelola pabrik',
    fakta: 'Tiga buruh menyebut tanggal mogok yang sama. Pengelola mengakui pembayaran tertunda.',
    pendapat: 'Mediasi dinas tenaga kerja sebelum tanggal itu dapat mencegah mogok.',
    urgensi: 'segera',
  },
  {
    bidang: 'sosbud',
    kategori: 'konflik',
    masalah: 'Beda pendapat tentang pengeras suara di RW {rw}',
    apa: 'Warga RW {rw} berbeda pendapat tentang pengeras suara acara warga yang berlangsung sampai larut.',
    siapa: 'Panitia acara dan warga sekitar balai',
    fakta: 'Ada dua surat keberatan kepada Ketua RW. Rapat RW belum mencapai kesepakatan.',
    pendapat: 'Belum mengarah ke bentrok, tetapi perlu dipertemukan oleh tiga pilar.',
    urgensi: 'biasa',
  },
  {
    bidang: 'sosbud',
    kategori: 'hoaks',
    masalah: 'Kabar penculikan anak yang beredar di grup warga',
    apa: 'Kabar penculikan anak dengan foto sebuah mobil beredar di grup warga {desa} sejak tadi malam.',
    siapa: 'Anggota grup warga dan pemilik mobil yang fotonya beredar',
    fakta: 'Sekolah dan orang tua tidak kehilangan anak. Foto mobil pernah beredar di kota lain tahun lalu.',
    pendapat: 'Kabar itu tidak benar. Perlu penjelasan di grup warga agar pemilik mobil tidak menjadi sasaran.',
    urgensi: 'mendesak',
  },
  {
    bidang: 'sosbud',
    kategori: 'bencana',
    masalah: 'Saluran air tersumbat menjelang musim hujan',
    apa: 'Saluran air di sepanjang RT {rt} tersumbat sampah dan bangunan tambahan warga.',
    siapa: 'Warga RT {rt} dan pemilik bangunan',
    fakta: 'Air naik sampai betis pada hujan Selasa sore. Dua rumah kemasukan air.',
    pendapat: 'Kerja bakti dan pembongkaran bangunan tambahan perlu dilakukan sebelum puncak hujan.',
    urgensi: 'biasa',
  },
  {
    bidang: 'politik',
    kategori: 'konflik',
    masalah: 'Pendukung dua bakal calon kepala desa saling menyindir',
    apa: 'Pendukung dua bakal calon kepala desa saling menyindir di media sosial dan warung kopi.',
    siapa: 'Pendukung kedua bakal calon',
    fakta: 'Spanduk salah satu pihak dirusak pada malam hari. Belum ada perkelahian.',
    pendapat: 'Panitia pemilihan dan kedua pihak perlu membuat kesepakatan damai lebih awal.',
    urgensi: 'biasa',
  },
  {
    bidang: 'politik',
    kategori: 'unjukRasa',
    masalah: 'Rencana warga mendatangi balai tentang pembagian bantuan',
    apa: 'Warga RW {rw} berencana mendatangi balai untuk menanyakan daftar penerima bantuan.',
    siapa: 'Sekitar tiga puluh warga RW {rw}',
    fakta: 'Undangan beredar dari rumah ke rumah. Perangkat menyatakan daftar belum ditempel.',
    pendapat: 'Daftar sebaiknya ditempel dan dijelaskan sebelum hari itu, dengan pengamanan terbuka.',
    urgensi: 'segera',
  },
]

export const whys = [
  'Belum diketahui pasti, warga menduga karena masalah lama yang belum diselesaikan.',
  'Warga menilai pengawasan lingkungan berkurang sejak bulan lalu.',
  'Kabar beredar dari mulut ke mulut tanpa penjelasan dari pihak yang berwenang.',
  'Ada pihak yang mencari untung dari keadaan ini, namanya belum jelas.',
]

export const hows = [
  'Diketahui dari percakapan warga, lalu dicek langsung ke tempatnya.',
  'Pola yang sama terlihat beberapa kali, biasanya pada malam hari.',
  'Berkembang perlahan dalam beberapa hari, belum ada tindakan dari warga.',
  'Terjadi terbuka di tempat umum dan disaksikan beberapa orang.',
]
