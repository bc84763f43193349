/** Words of the generator: `{…}` are filled in with what only this event has. */

export const themes: Record<string, readonly string[]> = {
  narkoba: [
    'Disampaikan bahaya narkoba bagi remaja, ciri pengguna, dan ancaman hukumannya.',
    'Penjelasan jenis narkoba yang beredar di wilayah, cara menolak ajakan teman, dan tempat rehabilitasi.',
    'Orang tua diajak memeriksa pergaulan anak serta melapor bila ada transaksi obat di lingkungan.',
  ],
  siskamling: [
    'Menghidupkan kembali pos kamling, pembagian regu ronda, dan pengisian buku mutasi.',
    'Jadwal ronda disusun ulang bersama pengurus RT, kentongan dan senter disiapkan di pos.',
    'Warga diingatkan agar tamu lebih dari 24 jam dilaporkan dan portal ditutup pada malam hari.',
  ],
  curanmor: [
    'Pencegahan pencurian sepeda motor dengan kunci ganda dan tempat parkir yang terang.',
    'Modus pencurian kendaraan dua bulan terakhir dijelaskan, warga diminta memasang alarm.',
    'Pemilik kos diminta mencatat kendaraan penghuni dan memasang kamera di tempat parkir.',
  ],
  pinjol: [
    'Ciri pinjaman daring ilegal, bahaya menyebar data pribadi, dan cara melapor bila diancam penagih.',
    'Judi daring merusak ekonomi keluarga, warga diajak saling mengingatkan dan memblokir situs.',
  ],
  hoaks: [
    'Memeriksa kabar sebelum menyebarkan, akibat hukum penyebar kabar bohong di grup percakapan.',
    'Penipuan berkedok kurir paket dan undangan digital dijelaskan dengan contoh yang terjadi di polsek.',
  ],
  kenakalan: [
    'Akibat tawuran dan geng motor bagi masa depan pelajar, jam malam, dan peran guru.',
    'Perundungan di sekolah, bentuk dan akibatnya, serta kepada siapa siswa bisa melapor.',
  ],
  lalin: [
    'Tertib berlalu lintas, wajib helm dan SIM, bahaya knalpot bising dan melawan arus.',
    'Keselamatan berangkat sekolah, cara menyeberang, dan batas umur mengendarai sepeda motor.',
  ],
  bencana: [
    'Jalur evakuasi banjir, tas siaga, titik kumpul, dan nomor darurat yang disimpan warga.',
    'Pencegahan kebakaran permukiman padat, pemeriksaan kabel dan kompor, latihan memakai alat pemadam.',
  ],
}

export const activities: readonly string[] = [
  'Musyawarah membahas usulan pembangunan tahun depan, perbaikan jalan gang dan saluran air menjadi prioritas.',
  'Posyandu balita dan lansia berjalan tertib, kader membagikan makanan tambahan dan vitamin.',
  'Kerja bakti membersihkan saluran air dan memangkas pohon di tepi jalan bersama warga.',
  'Penyaluran bantuan pangan berjalan tertib, antrean diatur per RT dan data penerima dicocokkan.',
  'Pengajian rutin dihadiri jemaah, disampaikan pesan menjaga kerukunan dan keamanan lingkungan.',
  'Rapat tiga pilar membahas penertiban parkir liar dan pedagang di bahu jalan.',
  'Pemilihan ketua RW berlangsung aman, penghitungan suara disaksikan panitia dan warga.',
]

export const advice: readonly string[] = [
  'Kunci ganda sepeda motor dan simpan di dalam rumah pada malam hari.',
  'Pasang lampu di teras dan samping rumah supaya gang tidak gelap.',
  'Titipkan rumah kepada tetangga bila bepergian lebih dari satu malam.',
  'Catat nomor telepon Bhabinkamtibmas dan hubungi bila melihat orang mencurigakan.',
  'Ikut ronda sesuai jadwal RT dan isi buku tamu di pos kamling.',
  'Awasi pergaulan anak dan pastikan sudah di rumah sebelum pukul sembilan malam.',
  'Jangan memberi kode OTP kepada siapa pun yang menelepon.',
  'Matikan kompor dan cabut sambungan listrik yang tidak dipakai sebelum tidur.',
  'Laporkan tamu yang menginap lebih dari 24 jam kepada Ketua RT.',
  'Jangan menyebarkan kabar di grup WhatsApp sebelum jelas sumbernya.',
]

export const complaints: readonly string[] = [
  'Lampu jalan di gang {gang} mati sejak {hari}, warga takut lewat setelah magrib.',
  'Sepeda motor {motor} milik {nama} hilang dari teras pada {hari} malam.',
  'Remaja sering berkumpul di dekat {patokan} sampai larut dan knalpotnya bising.',
  'Saluran air di depan {patokan} tersumbat, air masuk ke {angka} rumah saat hujan.',
  '{nama} mengeluh tetangga memutar musik keras sampai tengah malam.',
  'Sampah menumpuk di lahan kosong dekat {patokan} dan baunya sampai ke rumah.',
  'Tabung gas dan {barang} milik {nama} hilang dari dapur pada {hari} dini hari.',
  'Portal gang {gang} rusak sehingga kendaraan luar bebas masuk pada malam hari.',
  'Ada orang menawarkan pinjaman dari rumah ke rumah di gang {gang}.',
  'Jalan gang {gang} berlubang, {nama} jatuh dari sepeda pada {hari}.',
  'Berharap patroli malam lewat di sekitar {patokan} antara pukul satu dan tiga.',
  'Minta bantuan mediasi batas pekarangan dengan keluarga {nama}.',
]

export const disputes: readonly string[] = [
  '{nama} dan {nama2} berselisih tentang batas pekarangan di gang {gang} setelah pagar dibangun.',
  'Utang sebesar {rupiah} ribu rupiah antara {nama} dan {nama2} tidak dibayar sejak {hari}.',
  'Anak {nama} berkelahi dengan anak {nama2} di dekat {patokan}, kedua orang tua dipertemukan.',
  'Sepeda motor {motor} milik {nama} menyenggol pagar rumah {nama2} pada {hari}.',
  '{nama} keberatan ayam milik {nama2} merusak kebun di belakang {patokan}.',
]

export const settlements: readonly string[] = [
  'Kedua pihak sepakat berdamai di hadapan Ketua RT dan Bhabinkamtibmas.',
  'Permasalahan diselesaikan secara kekeluargaan dan dibuatkan surat kesepakatan.',
  'Pihak yang bersalah bersedia mengganti kerugian dalam {angka} minggu.',
]

/** What tells one event from the next of the same topic; a report says two or three. */
export const details: readonly string[] = [
  'Ketua RW {nama} meminta kegiatan serupa diadakan lagi bulan depan.',
  '{nama} bertanya cara melapor bila takut diketahui pelaku.',
  'Hadir {nama} dari pengurus PKK dan {nama2} dari Karang Taruna.',
  'Peserta mengeluhkan lampu jalan dekat {patokan} yang padam sejak {hari}.',
  '{nama} menyampaikan bahwa {barang} warga hilang di gang {gang} pada {hari}.',
  'Disepakati regu {angka} mulai bertugas pada {hari} malam.',
  'Warga minta patroli di sekitar {patokan} pada jam rawan.',
  'Kegiatan dibuka oleh {nama} selaku Ketua RT dan ditutup dengan doa.',
  'Iuran {rupiah} ribu rupiah per rumah disetujui untuk perbaikan pos.',
  '{nama2} bersedia menjadi koordinator kelompok pesan warga.',
]

/** Said by everybody in every report: the hard part is that it tells nothing. */
export const openings: readonly string[] = [
  'Telah dilaksanakan kegiatan bersama warga binaan.',
  'Bhabinkamtibmas melaksanakan kegiatan di wilayah binaan.',
  'Kegiatan dilaksanakan dengan tertib dan lancar.',
]
export const closings: readonly string[] = [
  'Situasi aman dan kondusif.',
  'Selama kegiatan berlangsung situasi aman terkendali.',
  'Warga berterima kasih atas kehadiran petugas.',
  'Warga diimbau menghubungi Bhabinkamtibmas bila ada gangguan keamanan.',
]

const given =
  'Ade Agus Ani Asep Atun Bambang Cahyo Darti Dedi Dian Eko Endang Fitri Gunawan Hadi Heru Ida Imam Iwan Jaja'
const more =
  'Karsa Kusnadi Lilis Mamat Maman Nani Nurjanah Oman Rasta Ratna Rohman Rusdi Sanusi Sari Slamet Sukarta Suryadi'
const rest = 'Tarmidi Tati Tohari Udin Umar Wahyu Warsono Watini Yanto Yayah Yusup Zaenal Carkim Daryono Kasman Marjuki'
const family =
  'Abdullah Hidayat Kurniawan Maulana Nugraha Permana Pratama Rahayu Saputra Setiawan Sudrajat Suhendar Wijaya'

export const givenNames = `${given} ${more} ${rest}`.split(' ')
export const familyNames = family.split(' ')
export const landmarks =
  'musala Al-Hikmah|warung Bu Tati|lapangan voli|jembatan kecil|SDN 2|pangkalan ojek|pabrik rotan|balai RW|pos kamling|makam umum|pasar pagi|toko bangunan|sawah bengkok|rel kereta|gardu listrik|bengkel Pak Udin'.split(
    '|',
  )
export const lanes = 'Mawar|Melati|Kenanga|Anggrek|Delima|Pelita|Siliwangi|Cempaka|Manggis|Rambutan|Kelapa|Damai'.split(
  '|',
)
export const things = 'helm|jemuran|burung murai|pompa air|sepeda anak|telepon genggam|dompet|gerobak|laptop'.split('|')
export const motors = 'Honda Beat|Honda Vario|Yamaha Mio|Yamaha NMax|Honda Supra|Suzuki Satria'.split('|')
export const days = 'Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu'.split('|')

export const venues: readonly string[] = [
  'Balai RW {rw}',
  'Pos kamling RW {rw}',
  'Aula {desa}',
  'SDN {angka} {desa}',
  'SMP {desa}',
  'Masjid Al-Ikhlas RW {rw}',
  'Majelis taklim RW {rw}',
  'Posyandu Melati RW {rw}',
  'Rumah Ketua RT {rt}',
  'Sekretariat Karang Taruna {desa}',
  'Pangkalan ojek RW {rw}',
]

/** Words that mean the same where officers write; either side stands for the other. */
export const synonyms: readonly (readonly [string, string])[] = [
  ['warga', 'masyarakat'],
  ['disampaikan', 'dijelaskan'],
  ['penjelasan', 'penyampaian'],
  ['kegiatan', 'acara'],
  ['sepeda motor', 'motor'],
  ['hilang', 'dicuri'],
  ['pada malam hari', 'malam hari'],
  ['mengeluh', 'menyampaikan keluhan'],
  ['berselisih', 'bertengkar'],
  ['bertanya', 'menanyakan'],
  ['minta', 'memohon'],
  ['meminta', 'mengusulkan'],
  ['sampai larut', 'hingga larut malam'],
  ['rusak', 'tidak berfungsi'],
  ['padam', 'mati'],
  ['tersumbat', 'mampet'],
  ['hadir', 'turut hadir'],
  ['serta', 'dan'],
  ['supaya', 'agar'],
  ['bila', 'apabila'],
  ['di dekat', 'di sekitar'],
  ['melapor', 'melaporkan'],
  ['dilaksanakan', 'diadakan'],
  ['berdamai', 'damai'],
  ['diselesaikan', 'dimusyawarahkan'],
  ['aman dan kondusif', 'aman terkendali'],
  ['bersedia', 'siap'],
  ['tetangga', 'warga sebelah'],
  ['pembagian', 'pengaturan'],
  ['pencegahan', 'mencegah'],
  ['remaja', 'anak muda'],
  ['bahaya', 'dampak buruk'],
  ['orang tua', 'wali'],
  ['sehingga', 'akibatnya'],
  ['simpan', 'taruh'],
  ['pasang', 'gunakan'],
  ['catat', 'tulis'],
  ['awasi', 'pantau'],
]

/** How the same words look when they are typed in a hurry. */
export const shorthand: readonly (readonly [string, string])[] = [
  ['yang', 'yg'],
  ['dengan', 'dgn'],
  ['untuk', 'utk'],
  ['tidak', 'tdk'],
  ['dan', 'dn'],
  ['pada', 'pd'],
  ['sudah', 'sdh'],
  ['dari', 'dr'],
  ['karena', 'krn'],
  ['kepada', 'kpd'],
]
