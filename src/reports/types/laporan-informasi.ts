import { choice, date, defineReportType, long, ratings, text, time } from '../engine/index.ts'

export default defineReportType({
  key: 'laporan-informasi',
  code: 'LI',
  title: { id: 'Laporan informasi', en: 'Information report' },
  short: { id: 'LI', en: 'LI' },
  hint: { id: 'LI: deteksi dini, satu bidang dan satu masalah', en: 'LI: early detection, one field and one problem' },
  version: 2,
  order: 3,
  place: 'asked',
  fields: {
    bidang: choice({
      label: { id: 'Bidang', en: 'Field' },
      hint: { id: 'Satu laporan untuk satu bidang.', en: 'One report for one field.' },
      required: true,
      options: {
        politik: { id: 'Politik', en: 'Politics' },
        ekonomi: { id: 'Ekonomi', en: 'Economy' },
        sosbud: { id: 'Sosial budaya', en: 'Social' },
        keamanan: { id: 'Keamanan', en: 'Security' },
      },
    }),
    masalah: text({
      label: { id: 'Masalah', en: 'Problem' },
      hint: {
        id: 'Satu masalah dalam satu baris. Masalah lain ditulis di laporan lain.',
        en: 'One problem in one line. Another problem goes into another report.',
      },
      required: true,
      minLength: 10,
      maxLength: 100,
    }),
    kategori: choice({
      vocabulary: 'kategori-gangguan',
      label: { id: 'Kategori gangguan', en: 'Category of disturbance' },
      required: true,
      options: {
        pencurian: { id: 'Pencurian (curat, curas, curanmor)', en: 'Theft and robbery' },
        kekerasan: { id: 'Perkelahian atau tawuran', en: 'Fights and brawls' },
        narkoba: { id: 'Narkoba atau minuman keras', en: 'Drugs or liquor' },
        judi: { id: 'Perjudian', en: 'Gambling' },
        penipuan: { id: 'Penipuan', en: 'Fraud' },
        konflik: { id: 'Konflik antarwarga', en: 'Conflict between residents' },
        unjukRasa: { id: 'Unjuk rasa', en: 'Demonstration' },
        intoleransi: { id: 'Intoleransi atau radikalisme', en: 'Intolerance or radicalism' },
        tppo: { id: 'Perdagangan orang', en: 'Human trafficking' },
        hoaks: { id: 'Hoaks atau hasutan', en: 'Hoaxes or incitement' },
        bencana: { id: 'Bencana atau wabah', en: 'Disaster or outbreak' },
        lain: { id: 'Gangguan lain', en: 'Another disturbance' },
      },
    }),
    caraMendapat: choice({
      label: { id: 'Cara mendapat informasi', en: 'How it was obtained' },
      required: true,
      empty: { id: 'Pilih cara mendapat informasi', en: 'Choose how it was obtained' },
      options: {
        pengamatan: { id: 'Dilihat sendiri', en: 'Seen myself' },
        warga: { id: 'Diberi tahu warga', en: 'Told by a resident' },
        wawancara: { id: 'Wawancara', en: 'Interview' },
        mediaSosial: { id: 'Media sosial', en: 'Social media' },
        dokumen: { id: 'Surat atau dokumen', en: 'Letter or document' },
      },
    }),
    diperolehPada: date({
      label: { id: 'Tanggal informasi diperoleh', en: 'Date it was obtained' },
      required: true,
      notInFuture: true,
    }),
    apa: long({
      label: { id: 'Apa yang terjadi', en: 'What happened' },
      required: true,
      minLength: 20,
      maxLength: 500,
    }),
    siapa: text({
      label: { id: 'Siapa yang terlibat', en: 'Who is involved' },
      hint: {
        id: 'Orang atau kelompok. Narasumber tidak ditulis di sini.',
        en: 'People or groups. Your source is not written here.',
      },
      required: true,
      minLength: 3,
      maxLength: 200,
    }),
    /** Asked as text until version 2; what was answered then is still shown. */
    kapan: text({ label: { id: 'Kapan', en: 'When' }, maxLength: 100, retired: true }),
    kapanTanggal: date({
      label: { id: 'Tanggal kejadian', en: 'Day of the event' },
      hint: {
        id: 'Hari kejadian itu terjadi atau akan terjadi. Bila berlangsung lama, hari mulainya.',
        en: 'The day on which it happened or is expected. If it goes on, the day it began.',
      },
      required: true,
      since: 2,
    }),
    kapanPukul: time({ unknowns: true, label: { id: 'Pukul kejadian', en: 'Time of the event' } }),
    diMana: text({ label: { id: 'Di mana', en: 'Where' }, required: true, minLength: 3, maxLength: 150 }),
    mengapa: long({ unknowns: true, label: { id: 'Mengapa', en: 'Why' }, minLength: 10, maxLength: 500 }),
    bagaimana: long({ unknowns: true, label: { id: 'Bagaimana', en: 'How' }, minLength: 10, maxLength: 500 }),
    fakta: long({
      label: { id: 'Fakta', en: 'Facts' },
      hint: { id: 'Hanya yang dilihat atau didengar, tanpa pendapat.', en: 'Only what was seen or heard, no opinion.' },
      required: true,
      minLength: 30,
      maxLength: 1000,
    }),
    pendapatPelapor: long({
      label: { id: 'Pendapat pelapor', en: 'Opinion of the reporter' },
      hint: { id: 'Arti fakta itu menurut Anda, dan saran Anda.', en: 'What the facts mean to you, and your advice.' },
      required: true,
      minLength: 20,
      maxLength: 500,
    }),
    ...ratings,
    urgensi: choice({
      label: { id: 'Urgensi', en: 'Urgency' },
      required: true,
      options: {
        biasa: { id: 'Biasa', en: 'Ordinary' },
        segera: { id: 'Segera, dalam tiga hari', en: 'Soon, within three days' },
        mendesak: { id: 'Mendesak, hari ini juga', en: 'Urgent, today' },
      },
      ranks: { segera: 20, mendesak: 40 },
    }),
    namaNarasumber: text({
      label: { id: 'Nama narasumber', en: 'Name of the source' },
      confidential: true,
      requiredWhen: { field: 'caraMendapat', is: ['warga', 'wawancara'] },
      format: 'name',
      maxLength: 100,
    }),
    hubunganNarasumber: text({
      unknowns: true,
      label: { id: 'Hubungan dengan masalah', en: 'Relation to the problem' },
      confidential: true,
      minLength: 3,
      maxLength: 150,
    }),
    kontakNarasumber: text({
      unknowns: true,
      label: { id: 'Cara menghubungi', en: 'How to reach the source' },
      hint: { id: 'Misalnya nomor HP atau tempat bertemu.', en: 'For example a phone number or where to meet.' },
      confidential: true,
      minLength: 3,
      maxLength: 150,
    }),
  },
  sections: [
    {
      title: { id: 'Masalah', en: 'The problem' },
      fields: ['bidang', 'masalah', 'kategori', 'caraMendapat', 'diperolehPada'],
    },
    {
      title: { id: 'Kejadian', en: 'What happened' },
      fields: ['apa', 'siapa', 'kapan', 'kapanTanggal', 'kapanPukul', 'diMana', 'mengapa', 'bagaimana'],
    },
    {
      title: { id: 'Fakta, pendapat, dan nilai', en: 'Facts, opinion and rating' },
      fields: ['fakta', 'pendapatPelapor', 'nilaiSumber', 'nilaiIsi', 'urgensi'],
    },
    {
      title: { id: 'Narasumber', en: 'The source' },
      fields: ['namaNarasumber', 'hubunganNarasumber', 'kontakNarasumber'],
    },
  ],
  print: {
    classification: { id: 'RAHASIA', en: 'SECRET' },
    parts: [
      {
        title: { id: 'Pendahuluan', en: 'Introduction' },
        fields: ['bidang', 'masalah', 'kategori', 'caraMendapat', 'diperolehPada'],
      },
      {
        title: { id: 'Fakta-fakta', en: 'Facts' },
        fields: ['apa', 'siapa', 'kapan', 'kapanTanggal', 'kapanPukul', 'diMana', 'mengapa', 'bagaimana', 'fakta'],
      },
      {
        title: { id: 'Pendapat pelapor', en: 'Opinion of the reporter' },
        fields: ['pendapatPelapor', 'nilaiSumber', 'nilaiIsi', 'urgensi'],
      },
    ],
  },
  headline: { id: '{masalah}', en: '{masalah}' },
  photos: {
    label: { id: 'Foto', en: 'Photos' },
    hint: { id: 'Paling banyak 3. Jangan tampilkan narasumber.', en: 'At most 3. Do not show your source.' },
    min: 0,
    max: 3,
  },
  target: { count: 1, per: 'hari' },
})
