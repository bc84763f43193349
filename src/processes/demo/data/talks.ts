/** What was said at talks, by topic of the report type. */
export const material: Record<string, readonly string[]> = {
  narkoba: [
    'Jenis narkoba yang beredar di kalangan remaja, tanda pemakai, bahayanya bagi otak, dan ancaman hukumannya.',
    'Cara menolak ajakan teman, tempat rehabilitasi, dan nomor untuk melapor tanpa menyebut nama.',
  ],
  lalin: [
    'Wajib helm dan SIM, bahaya knalpot bising dan melawan arus, serta titik rawan kecelakaan di wilayah.',
    'Keselamatan berangkat sekolah: menyeberang, berboncengan, dan batas umur mengendarai sepeda motor.',
  ],
  siskamling: [
    'Jadwal ronda, isi buku mutasi pos, cara memukul kentongan, dan siapa yang dihubungi pada malam hari.',
    'Menghidupkan kembali pos kamling: pembagian regu, iuran warga, dan batas wewenang peronda.',
  ],
  curanmor: [
    'Kunci ganda, tempat parkir yang terang, dan modus pencurian sepeda motor dua bulan terakhir.',
    'Mencegah pencurian rumah kosong: titip tetangga, lampu otomatis, dan lapor RT sebelum bepergian.',
  ],
  pinjol: [
    'Ciri pinjaman ilegal, bahaya menyebar data pribadi, dan cara melapor bila diancam penagih.',
    'Judi daring merusak keuangan keluarga: cara kerja situs, ancaman hukuman, dan tempat meminta bantuan.',
  ],
  hoaks: [
    'Memeriksa kabar sebelum menyebarkan: lihat sumber, tanggal, dan gambar; akibat hukum penyebar kabar bohong.',
    'Santun di media sosial, menjaga data pribadi, dan penipuan berkedok hadiah atau kurir paket.',
  ],
  kenakalan: [
    'Akibat tawuran dan geng motor bagi masa depan, peran orang tua, dan jam malam bagi pelajar.',
    'Perundungan di sekolah: bentuk, akibat, cara menolong teman, dan kepada siapa melapor.',
  ],
  kdrt: [
    'Bentuk kekerasan dalam rumah tangga, hak korban, unit PPA, dan kewajiban tetangga untuk melapor.',
    'Melindungi anak dari kekerasan dan pelecehan: sentuhan yang tidak boleh, berani bercerita, nomor pengaduan.',
  ],
  tppo: [
    'Modus tawaran kerja ke luar negeri, surat yang harus ada, dan cara memeriksa perusahaan penyalur.',
    'Mengenali perdagangan orang: korban, pelaku, utang jerat, dan lapor ke polsek atau dinas tenaga kerja.',
  ],
  toleransi: [
    'Hidup rukun antarwarga, menghargai ibadah tetangga, dan tanda paham kekerasan yang perlu diwaspadai.',
    'Menyelesaikan beda pendapat dengan musyawarah serta menolak ajakan kebencian di grup percakapan.',
  ],
  bencana: [
    'Jalur evakuasi banjir, isi tas siaga, titik kumpul, dan nomor darurat yang harus disimpan warga.',
    'Mencegah kebakaran: kabel dan kompor, cara memakai alat pemadam ringan, dan memanggil petugas.',
  ],
  lain: [
    'Layanan polisi bagi warga: SKCK, SIM keliling, laporan kehilangan, dan nomor 110 yang bebas pulsa.',
    'Tertib hajatan warga: izin keramaian, parkir tamu, batas waktu hiburan, dan pengamanan lingkungan.',
  ],
}

/** Where talks are held, and to whom. `{rw}` and `{desa}` are filled in. */
export const venues: readonly { tempat: string; sasaran: string; jumlah: [number, number] }[] = [
  { tempat: 'Balai RW {rw}', sasaran: 'warga', jumlah: [12, 45] },
  { tempat: 'Aula {desa}', sasaran: 'warga', jumlah: [20, 80] },
  { tempat: 'Aula {desa}', sasaran: 'tokoh', jumlah: [10, 30] },
  { tempat: 'Pos kamling RW {rw}', sasaran: 'warga', jumlah: [6, 18] },
  { tempat: 'Pos kamling RW {rw}', sasaran: 'pemuda', jumlah: [8, 20] },
  { tempat: 'SMP di {desa}', sasaran: 'pelajar', jumlah: [60, 240] },
  { tempat: 'SMA di {desa}', sasaran: 'pelajar', jumlah: [80, 320] },
  { tempat: 'SD di {desa}', sasaran: 'pelajar', jumlah: [40, 150] },
  { tempat: 'Sekretariat Karang Taruna {desa}', sasaran: 'pemuda', jumlah: [10, 35] },
  { tempat: 'Masjid Al-Ikhlas RW {rw}', sasaran: 'warga', jumlah: [25, 90] },
  { tempat: 'Majelis taklim RW {rw}', sasaran: 'warga', jumlah: [20, 60] },
  { tempat: 'Pasar desa', sasaran: 'pekerja', jumlah: [10, 40] },
  { tempat: 'Pangkalan ojek RW {rw}', sasaran: 'pekerja', jumlah: [6, 15] },
  { tempat: 'Posyandu RW {rw}', sasaran: 'warga', jumlah: [15, 40] },
]

export const questions = [
  'Bagaimana cara melapor bila takut diketahui pelaku?',
  'Apakah laporan lewat WhatsApp Bhabinkamtibmas juga diproses?',
  'Siapa yang menanggung biaya bila barang bukti disita?',
  'Apakah orang tua ikut dihukum bila anaknya membawa motor tanpa SIM?',
  'Berapa lama jawaban atas laporan biasanya diterima?',
  'Bolehkah warga menahan orang yang tertangkap tangan?',
  'Bagaimana mengurus SKCK untuk anak yang bekerja di luar kota?',
  'Apakah ronda boleh diganti dengan iuran?',
  'Ke mana melapor bila penagih utang datang malam hari?',
  'Bisakah patroli dijadwalkan tetap di gang kami?',
]
