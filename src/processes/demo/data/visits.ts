/** Advice that an officer leaves behind; a report says one or two of these. */
export const advice = [
  'Kunci ganda sepeda motor dan simpan di dalam rumah pada malam hari.',
  'Pasang lampu di teras dan samping rumah supaya jalan gang tidak gelap.',
  'Titipkan rumah kepada tetangga dan lapor ke Ketua RT bila bepergian lebih dari satu malam.',
  'Catat nomor telepon Bhabinkamtibmas dan polsek, hubungi segera bila melihat orang mencurigakan.',
  'Ikut ronda sesuai jadwal RT dan isi buku tamu di pos kamling.',
  'Jangan membuka pintu bagi petugas yang tidak dapat menunjukkan kartu pengenal.',
  'Awasi pergaulan anak, pastikan sudah di rumah sebelum pukul sembilan malam.',
  'Jangan memberi kode OTP kepada siapa pun yang menelepon, termasuk yang mengaku dari bank.',
  'Periksa izin aplikasi pinjaman sebelum meminjam, hindari yang tidak terdaftar di OJK.',
  'Matikan kompor dan cabut sambungan listrik yang tidak dipakai sebelum tidur.',
  'Simpan surat kendaraan dan surat tanah di tempat terpisah, buat salinannya.',
  'Laporkan tamu yang menginap lebih dari 24 jam kepada Ketua RT.',
  'Selesaikan perselisihan dengan tetangga melalui musyawarah, jangan main hakim sendiri.',
  'Jangan menyebarkan kabar di grup WhatsApp sebelum jelas sumbernya.',
  'Pakai helm dan jangan biarkan anak di bawah umur membawa sepeda motor.',
  'Bersihkan saluran air di depan rumah dan siapkan tas darurat menjelang musim hujan.',
  'Simpan obat dan bahan berbahaya di tempat yang tidak terjangkau anak.',
  'Laporkan segera bila anggota keluarga ditawari kerja ke luar negeri tanpa surat resmi.',
  'Dampingi anak saat memakai telepon, batasi waktu bermain dan periksa siapa temannya.',
  'Jangan membakar sampah di dekat rumah atau kabel listrik.',
  'Pasang kunci tambahan pada jendela belakang yang menghadap kebun.',
  'Catat ciri dan nomor kendaraan bila melihat balap liar, jangan dihadang sendiri.',
]

export interface Opinion {
  jenis: 'keluhan' | 'harapan'
  bidang: 'keamanan' | 'sosbud' | 'ekonomi' | 'politik'
  uraian: string
}

/** `{rt}`, `{rw}` are filled in. */
export const opinions: readonly Opinion[] = [
  ...said('keluhan', 'keamanan', [
    'Lampu jalan di gang RT {rt} mati sejak minggu lalu, warga takut lewat setelah magrib.',
    'Dua kali bulan ini ada yang mencoba membuka pagar rumah sekitar pukul dua dini hari.',
    'Remaja dari luar sering berkumpul di ujung gang RW {rw} sampai larut, knalpotnya bising.',
    'Helm dan jaket di teras rumah tetangga hilang hari Minggu pagi, belum dilaporkan.',
    'Pos kamling RT {rt} kosong sejak Lebaran, jadwal ronda tidak jalan.',
    'Anak-anak muda balap liar di jalan depan balai warga setiap malam Minggu.',
    'Ada orang menawarkan obat tanpa resep kepada pelajar di dekat warung RW {rw}.',
    'Pencuri jemuran dan tabung gas tertangkap kamera, wajahnya belum dikenal warga.',
  ]),
  ...said('harapan', 'keamanan', [
    'Minta patroli polsek lewat sekitar pukul 01.00 sampai 03.00 di lingkungan RW {rw}.',
    'Berharap kamera pengawas dipasang di pintu masuk gang, warga siap patungan.',
    'Ingin nomor Bhabinkamtibmas ditempel di pos kamling dan musala supaya mudah dihubungi.',
    'Minta portal RT {rt} dijaga pada malam hari dan dibuka untuk ambulans.',
  ]),
  ...said('keluhan', 'sosbud', [
    'Saluran air RT {rt} tersumbat, setiap hujan deras air masuk ke tiga rumah.',
    'Tetangga memutar musik keras sampai tengah malam, sudah ditegur Ketua RT dua kali.',
    'Sampah menumpuk di lahan kosong RW {rw} dan baunya sampai ke rumah.',
    'Anak putus sekolah di RT {rt} ada tiga orang, siang hari nongkrong di warung.',
    'Batas pekarangan dengan tetangga dipersoalkan lagi setelah pagar dibangun.',
    'Jalan gang rusak sejak pemasangan pipa, dua orang tua sudah jatuh.',
  ]),
  ...said('harapan', 'sosbud', [
    'Berharap ada kegiatan olahraga untuk pemuda RW {rw} supaya tidak nongkrong di jalan.',
    'Minta penyuluhan narkoba di sekolah dan karang taruna diadakan lagi.',
    'Ingin posyandu lansia di RW {rw} dibuka dua kali sebulan.',
    'Berharap pengurus RT dan warga pendatang dipertemukan supaya saling kenal.',
  ]),
  ...said('keluhan', 'ekonomi', [
    'Penagih pinjaman datang ke rumah saudara dan mengancam di depan anak-anak.',
    'Pesanan jahitan berkurang sejak bulan lalu, sulit membayar cicilan mesin.',
    'Harga solar naik dan hasil laut sedikit, sudah dua minggu jarang melaut.',
    'Pupuk subsidi terlambat datang, jatah di kelompok tani dibagi lebih sedikit.',
    'Ditawari investasi dengan untung sepuluh persen seminggu, tetangga sudah ikut.',
    'Lapak di pasar dipungut dua kali oleh orang yang berbeda setiap pekan.',
  ]),
  ...said('harapan', 'ekonomi', [
    'Berharap ada pelatihan usaha kecil bagi ibu rumah tangga di RW {rw}.',
    'Minta penertiban parkir liar di depan pasar karena pembeli jadi enggan mampir.',
    'Ingin bantuan modal tanpa bunga dari koperasi, bukan dari rentenir keliling.',
  ]),
  ...said('keluhan', 'politik', [
    'Pendataan bantuan dirasa tidak terbuka, nama yang sudah pindah masih menerima.',
    'Spanduk calon kepala desa dipasang di pagar warga tanpa izin pemilik rumah.',
    'Kabar di grup warga menyebut dana desa dipotong, sumbernya tidak jelas.',
  ]),
  ...said('harapan', 'politik', [
    'Berharap pemilihan Ketua RW berjalan rukun dan tidak ada saling ejek di media sosial.',
    'Minta hasil musyawarah desa ditempel di balai supaya semua warga tahu.',
  ]),
]

function said(jenis: Opinion['jenis'], bidang: Opinion['bidang'], lines: string[]): Opinion[] {
  return lines.map((uraian) => ({ jenis, bidang, uraian }))
}

export const relations = ['kakak', 'adik', 'menantu', 'keponakan', 'tetangga', 'ibu', 'penjaga rumah']

/** `{rw}` and `{desa}` are filled in. */
export const followers = [
  'Ketua RW {rw}',
  'Ketua RT setempat',
  'Unit Patroli polsek',
  'Unit Reskrim polsek',
  'Unit Lantas polsek',
  'Pemerintah {desa}',
  'Puskesmas',
  'Karang Taruna {desa}',
]
