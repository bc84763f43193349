import { choice, defineReportType, integer, long } from '../engine/index.ts'

export default defineReportType({
  key: 'penyuluhan',
  code: 'BINLUH',
  title: { id: 'Penyuluhan', en: 'Talk' },
  short: { id: 'Binluh', en: 'Talks' },
  hint: { id: 'Binluh: ceramah, sosialisasi, atau bimbingan', en: 'Binluh: a talk, a campaign or guidance' },
  version: 2,
  order: 5,
  place: 'asked',
  fields: {
    tema: choice({
      label: { id: 'Tema', en: 'Topic' },
      required: true,
      vocabulary: 'tema-penyuluhan',
      options: {
        narkoba: { id: 'Bahaya narkoba', en: 'Drugs' },
        lalin: { id: 'Tertib lalu lintas', en: 'Road safety' },
        siskamling: { id: 'Siskamling dan ronda', en: 'Neighbourhood watch' },
        curanmor: { id: 'Pencegahan pencurian', en: 'Preventing theft' },
        pinjol: { id: 'Pinjol dan judi daring', en: 'Illegal loans and online gambling' },
        hoaks: { id: 'Hoaks dan media sosial', en: 'Hoaxes and social media' },
        kenakalan: { id: 'Kenakalan remaja dan tawuran', en: 'Youth and brawls' },
        kdrt: { id: 'KDRT dan perlindungan anak', en: 'Domestic violence and child protection' },
        tppo: { id: 'Perdagangan orang', en: 'Human trafficking' },
        toleransi: { id: 'Toleransi dan radikalisme', en: 'Tolerance and radicalism' },
        bencana: { id: 'Siaga bencana', en: 'Disaster preparedness' },
        lain: { id: 'Tema lain', en: 'Another topic' },
      },
    }),
    sasaran: choice({
      label: { id: 'Peserta', en: 'Audience' },
      required: true,
      empty: { id: 'Pilih siapa pesertanya', en: 'Choose who the audience was' },
      options: {
        warga: { id: 'Warga', en: 'Residents' },
        pelajar: { id: 'Pelajar', en: 'Pupils' },
        pemuda: { id: 'Pemuda', en: 'Young people' },
        tokoh: { id: 'Tokoh masyarakat', en: 'Community leaders' },
        pekerja: { id: 'Pekerja', en: 'Workers' },
        lain: { id: 'Kelompok lain', en: 'Another group' },
      },
    }),
    jumlahPeserta: integer({
      label: { id: 'Jumlah peserta', en: 'Number of participants' },
      hint: { id: 'Dengan angka, misalnya 25.', en: 'In digits, for example 25.' },
      required: true,
      min: 1,
      max: 5000,
      recap: 'sum',
    }),
    materi: long({
      label: { id: 'Materi yang disampaikan', en: 'What was said' },
      hint: { id: 'Pokok yang Anda sampaikan.', en: 'The main points.' },
      required: true,
      minLength: 50,
      maxLength: 500,
    }),
    pertanyaan: long({
      unknowns: true,
      label: { id: 'Pertanyaan peserta', en: 'Questions raised' },
      maxLength: 500,
    }),
  },
  sections: [
    {
      title: { id: 'Penyuluhan', en: 'The talk' },
      fields: ['tema', 'sasaran', 'jumlahPeserta', 'materi', 'pertanyaan'],
    },
  ],
  headline: {
    id: '{tema} di {tempat}, {jumlahPeserta} peserta',
    en: '{tema} at {tempat}, attended by {jumlahPeserta}',
  },
  photos: {
    label: { id: 'Foto kegiatan', en: 'Photos of the activity' },
    hint: { id: '1 sampai 3 foto. Jangan tampilkan wajah anak.', en: '1 to 3 photos. Do not show children’s faces.' },
    min: 1,
    max: 3,
  },
  lowRisk: true,
  target: { count: 1, per: 'minggu' },
})
