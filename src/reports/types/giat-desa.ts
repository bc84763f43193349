import { choice, defineReportType, integer, long, text } from '../engine/index.ts'

export default defineReportType({
  key: 'giat-desa',
  code: 'GIAT',
  title: { id: 'Giat desa atau kelurahan', en: 'Village activity' },
  short: { id: 'Giat desa', en: 'Village' },
  hint: {
    id: 'Musrenbang, posyandu, dana desa, tiga pilar',
    en: 'Planning meeting, health post, village fund, three pillars',
  },
  version: 2,
  order: 8,
  place: 'asked',
  fields: {
    kegiatan: choice({
      label: { id: 'Kegiatan', en: 'Activity' },
      required: true,
      vocabulary: 'kegiatan-desa',
      options: {
        musrenbang: { id: 'Musrenbang atau musyawarah desa', en: 'Village planning meeting' },
        posyandu: { id: 'Posyandu atau kegiatan kesehatan', en: 'Health post' },
        danaDesa: { id: 'Pengawasan dana desa', en: 'Oversight of the village fund' },
        tigaPilar: { id: 'Kegiatan tiga pilar', en: 'Three-pillar activity' },
        gotongRoyong: { id: 'Gotong royong', en: 'Communal work' },
        keagamaan: { id: 'Kegiatan keagamaan', en: 'Religious event' },
        bansos: { id: 'Penyaluran bantuan sosial', en: 'Distribution of aid' },
        pemilihan: { id: 'Pemilihan kepala desa, RW, atau RT', en: 'Village, RW or RT election' },
        lain: { id: 'Kegiatan lain', en: 'Another activity' },
      },
    }),
    penyelenggara: text({
      label: { id: 'Penyelenggara', en: 'Organiser' },
      hint: { id: 'Misalnya Pemerintah Desa atau PKK.', en: 'For example the village office or PKK.' },
      required: true,
      minLength: 2,
      maxLength: 100,
    }),
    jumlahHadir: integer({
      label: { id: 'Jumlah yang hadir', en: 'Number present' },
      hint: { id: 'Dengan angka, misalnya 25.', en: 'In digits, for example 25.' },
      required: true,
      min: 1,
      max: 5000,
      recap: 'sum',
    }),
    hasil: long({
      label: { id: 'Hasil kegiatan', en: 'Result' },
      hint: { id: 'Apa yang diputuskan atau terjadi.', en: 'What was decided or happened.' },
      required: true,
      minLength: 30,
      maxLength: 500,
    }),
  },
  sections: [
    { title: { id: 'Kegiatan', en: 'The activity' }, fields: ['kegiatan', 'penyelenggara', 'jumlahHadir', 'hasil'] },
  ],
  headline: { id: '{kegiatan} di {tempat}, {jumlahHadir} hadir', en: '{kegiatan} at {tempat}, {jumlahHadir} present' },
  photos: {
    label: { id: 'Foto kegiatan', en: 'Photos of the activity' },
    hint: { id: '1 sampai 3 foto. Jangan tampilkan wajah anak.', en: '1 to 3 photos. Do not show children’s faces.' },
    min: 1,
    max: 3,
  },
  lowRisk: true,
  target: { count: 1, per: 'minggu' },
})
