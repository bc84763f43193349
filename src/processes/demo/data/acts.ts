/** What officers do besides visits and talks. `{rt}`, `{rw}`, `{desa}` are filled in. */

export interface Quarrel {
  perkara: string
  kejadian: string
  langkah: string
  butir: readonly string[]
}

export const quarrels: readonly Quarrel[] = [
  {
    perkara: 'tetangga',
    kejadian:
      'Kedua pihak berselisih karena air cucian mengalir ke halaman tetangga dan terjadi adu mulut di depan rumah.',
    langkah:
      'Mempertemukan kedua pihak di balai RW bersama Ketua RT, mendengar masing-masing, lalu meninjau saluran air.',
    butir: ['Saluran air diperbaiki bersama dalam tujuh hari', 'Kedua pihak saling memaafkan dan tidak mengulangi'],
  },
  {
    perkara: 'utang',
    kejadian:
      'Pihak kesatu menagih utang dagang yang jatuh tempo dua bulan lalu, pihak kedua meminta waktu dan terjadi keributan.',
    langkah: 'Memeriksa catatan utang, menghitung sisanya bersama, dan menyusun jadwal angsuran yang disanggupi.',
    butir: ['Sisa utang diangsur setiap tanggal lima selama empat bulan', 'Penagihan dilakukan melalui Ketua RT'],
  },
  {
    perkara: 'tanah',
    kejadian:
      'Pagar baru dianggap melewati batas tanah sekitar tiga puluh sentimeter sehingga kedua keluarga tidak bertegur sapa.',
    langkah: 'Mengundang perangkat desa, mencocokkan surat, dan mengukur ulang batas disaksikan kedua keluarga.',
    butir: ['Pagar digeser sesuai hasil ukur dalam empat belas hari', 'Biaya pemindahan ditanggung bersama'],
  },
  {
    perkara: 'remaja',
    kejadian:
      'Beberapa remaja melempari atap rumah pada malam hari dan pemilik rumah memukul salah seorang dengan sandal.',
    langkah: 'Memanggil orang tua, menasihati para remaja, dan mempertemukan mereka dengan pemilik rumah.',
    butir: ['Orang tua mengganti genting yang pecah', 'Para remaja membantu ronda selama dua minggu'],
  },
  {
    perkara: 'lalin',
    kejadian:
      'Dua sepeda motor bersenggolan di pertigaan, tidak ada yang luka, tetapi keduanya menolak menanggung kerusakan.',
    langkah: 'Menengahi di pos kamling, memeriksa kerusakan, dan memperkirakan biaya di bengkel terdekat.',
    butir: ['Biaya perbaikan ditanggung masing-masing', 'Tidak saling menuntut di kemudian hari'],
  },
  {
    perkara: 'lingkungan',
    kejadian: 'Kandang ayam di belakang rumah menimbulkan bau dan kebisingan sehingga tetangga memutus tali kandang.',
    langkah: 'Meninjau kandang bersama Ketua RW dan petugas kesehatan, lalu merundingkan jarak dan kebersihan.',
    butir: ['Kandang dipindah sepuluh meter dari rumah tetangga', 'Kandang dibersihkan setiap pagi'],
  },
  {
    perkara: 'pencurian',
    kejadian: 'Seorang pemuda mengambil dua tandan pisang dari kebun tetangga dan tertangkap pemiliknya sore itu juga.',
    langkah: 'Mengamankan pemuda dari kemarahan warga, memanggil keluarganya, dan mempertemukan dengan pemilik kebun.',
    butir: ['Kerugian diganti pada hari yang sama', 'Pemuda membuat pernyataan tidak mengulangi'],
  },
]

export const services: readonly {
  layanan: string
  uraian: string
  jumlah: [number, number]
  tempat: string
  ke: string | null
}[] = [
  {
    layanan: 'pengamanan',
    uraian: 'Mengamankan hajatan warga, mengatur parkir tamu dan arus kendaraan sampai acara selesai.',
    jumlah: [20, 200],
    tempat: 'Rumah hajatan RW {rw}',
    ke: null,
  },
  {
    layanan: 'pengamanan',
    uraian: 'Mengamankan pengajian akbar, berkeliling di sekitar lapangan dan membantu anak yang terpisah.',
    jumlah: [40, 300],
    tempat: 'Lapangan {desa}',
    ke: null,
  },
  {
    layanan: 'kejahatan',
    uraian: 'Menerima keterangan kehilangan sepeda motor, mendatangi tempat kejadian, dan mengantar pelapor.',
    jumlah: [1, 2],
    tempat: 'Rumah warga RT {rt}',
    ke: 'SPKT polsek',
  },
  {
    layanan: 'kejahatan',
    uraian: 'Menerima keterangan penipuan jual beli daring dan membantu pelapor menyusun kronologi.',
    jumlah: [1, 1],
    tempat: 'Pos kamling RW {rw}',
    ke: 'Unit Reskrim polsek',
  },
  {
    layanan: 'perlindungan',
    uraian: 'Mendampingi warga yang diancam penagih utang sampai keluarganya datang menjemput.',
    jumlah: [1, 3],
    tempat: 'Balai RW {rw}',
    ke: 'Keluarga',
  },
  {
    layanan: 'bencana',
    uraian: 'Membantu warga memindahkan barang dari rumah yang kemasukan air dan mendata keluarga terdampak.',
    jumlah: [4, 40],
    tempat: 'Gang RT {rt}',
    ke: 'BPBD',
  },
  {
    layanan: 'bimbingan',
    uraian: 'Menjelaskan syarat dan cara mengurus SKCK serta perpanjangan SIM kepada warga yang bertanya.',
    jumlah: [1, 12],
    tempat: 'Balai RW {rw}',
    ke: null,
  },
  {
    layanan: 'bimbingan',
    uraian: 'Membantu warga membuat laporan kehilangan surat dan menunjukkan jam layanan polsek.',
    jumlah: [1, 3],
    tempat: 'Pos kamling RW {rw}',
    ke: null,
  },
]

export const activities: readonly {
  kegiatan: string
  penyelenggara: string
  tempat: string
  jumlah: [number, number]
  hasil: string
}[] = [
  {
    kegiatan: 'musrenbang',
    penyelenggara: 'Pemerintah {desa}',
    tempat: 'Aula {desa}',
    jumlah: [25, 80],
    hasil: 'Perbaikan lampu jalan dan saluran air RW {rw} masuk usulan prioritas tahun depan.',
  },
  {
    kegiatan: 'posyandu',
    penyelenggara: 'Kader PKK RW {rw}',
    tempat: 'Posyandu RW {rw}',
    jumlah: [15, 50],
    hasil: 'Penimbangan berjalan tertib dan kader mencatat balita yang perlu kunjungan ulang.',
  },
  {
    kegiatan: 'danaDesa',
    penyelenggara: 'Pemerintah {desa}',
    tempat: 'Aula {desa}',
    jumlah: [12, 40],
    hasil: 'Papan kegiatan dipasang dan laporan penggunaan dana dibacakan di depan warga.',
  },
  {
    kegiatan: 'tigaPilar',
    penyelenggara: 'Camat, Babinsa, dan Bhabinkamtibmas',
    tempat: 'Balai RW {rw}',
    jumlah: [8, 25],
    hasil: 'Disepakati patroli bersama setiap Sabtu malam dan pendataan warga pendatang.',
  },
  {
    kegiatan: 'gotongRoyong',
    penyelenggara: 'Pengurus RW {rw}',
    tempat: 'Lapangan RW {rw}',
    jumlah: [20, 70],
    hasil: 'Saluran air dibersihkan, pos kamling dicat ulang, dan lampu gang diganti.',
  },
  {
    kegiatan: 'keagamaan',
    penyelenggara: 'DKM RW {rw}',
    tempat: 'Masjid Al-Ikhlas RW {rw}',
    jumlah: [40, 200],
    hasil: 'Acara berlangsung tertib, parkir teratur, dan warga pulang sebelum pukul sepuluh.',
  },
  {
    kegiatan: 'bansos',
    penyelenggara: 'Pemerintah {desa}',
    tempat: 'Aula {desa}',
    jumlah: [30, 150],
    hasil: 'Bantuan diterima sesuai daftar, antrean tertib, tidak ada keluhan saat penyaluran.',
  },
  {
    kegiatan: 'pemilihan',
    penyelenggara: 'Panitia pemilihan RW {rw}',
    tempat: 'Balai RW {rw}',
    jumlah: [50, 180],
    hasil: 'Pemungutan suara selesai siang hari, hasil diterima semua calon dan ditandatangani.',
  },
]

export const guidance: readonly { kegiatan: string; uraian: string }[] = [
  {
    kegiatan: 'pertemuan',
    uraian: 'Membahas jadwal jaga, pembagian tugas, dan cara melapor bila melihat orang mencurigakan.',
  },
  { kegiatan: 'ronda', uraian: 'Berkeliling bersama anggota, memeriksa gang gelap dan rumah kosong sampai dini hari.' },
  {
    kegiatan: 'latihan',
    uraian: 'Melatih gerakan beladiri dasar, cara mengamankan tempat kejadian, dan memakai peluit.',
  },
  { kegiatan: 'cekPos', uraian: 'Memeriksa buku mutasi, kentongan, senter, dan daftar nomor penting di pos.' },
  { kegiatan: 'pertemuan', uraian: 'Mendengar kesulitan anggota dan menyepakati pertemuan rutin setiap akhir bulan.' },
]

export const needs = [
  'Senter dan jas hujan untuk regu jaga',
  'Perbaikan atap pos',
  'Rompi dan peluit',
  'Kamera di pertigaan gang',
]

export const placeAdvice: readonly string[] = [
  'Pasang kamera menghadap pintu masuk dan simpan rekaman paling sedikit dua minggu.',
  'Catat tamu dan kendaraan, laporkan penghuni baru kepada Ketua RT dalam satu hari.',
  'Setorkan uang harian ke bank dan jangan menghitung uang di depan pembeli.',
  'Periksa alat pemadam dan jalur keluar, latih karyawan dua kali setahun.',
  'Tambah lampu di halaman belakang dan kunci ganda pada pintu gulung.',
  'Simpan nomor polsek dan Bhabinkamtibmas di dekat kasir atau pos jaga.',
]
