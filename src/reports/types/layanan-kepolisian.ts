import { choice, defineReportType, integer, long, text } from '../engine/index.ts'

export default defineReportType({
  key: 'layanan-kepolisian',
  code: 'YANPOL',
  title: { id: 'Layanan kepolisian', en: 'Police service' },
  short: { id: 'Layanan', en: 'Services' },
  hint: {
    id: 'Pengamanan, laporan kejahatan, perlindungan, bencana, bimbingan',
    en: 'Security, crime reports, protection, disasters, guidance',
  },
  version: 1,
  order: 7,
  place: 'asked',
  fields: {
    layanan: choice({
      label: { id: 'Layanan', en: 'Service' },
      required: true,
      options: {
        pengamanan: { id: 'Pengamanan kegiatan warga', en: 'Security of an event' },
        kejahatan: { id: 'Menerima informasi kejahatan', en: 'Information on a crime received' },
        perlindungan: { id: 'Perlindungan sementara', en: 'Temporary protection' },
        bencana: { id: 'Bantuan bencana atau wabah', en: 'Aid in a disaster or outbreak' },
        bimbingan: { id: 'Petunjuk layanan kepolisian', en: 'Guidance on police services' },
      },
      ranks: { kejahatan: 15, perlindungan: 20, bencana: 10 },
    }),
    jumlahDibantu: integer({
      label: { id: 'Jumlah orang yang dibantu', en: 'Number of people helped' },
      hint: { id: 'Dengan angka, misalnya 3.', en: 'In digits, for example 3.' },
      required: true,
      min: 1,
      max: 5000,
      recap: 'sum',
    }),
    uraian: long({
      label: { id: 'Apa yang Anda lakukan', en: 'What you did' },
      readAs: { id: 'Tindakan yang dilakukan', en: 'What was done' },
      required: true,
      minLength: 30,
      maxLength: 1000,
    }),
    diserahkanKe: text({
      unknowns: true,
      label: { id: 'Diserahkan kepada', en: 'Handed over to' },
      hint: {
        id: 'Misalnya SPKT Polsek, BPBD, atau keluarga.',
        en: 'For example the SPKT of the polsek, BPBD or the family.',
      },
      minLength: 2,
      maxLength: 100,
    }),
  },
  sections: [
    { title: { id: 'Layanan', en: 'The service' }, fields: ['layanan', 'jumlahDibantu', 'uraian', 'diserahkanKe'] },
  ],
  headline: { id: '{layanan} di {tempat}', en: '{layanan} at {tempat}' },
  photos: {
    label: { id: 'Foto kegiatan', en: 'Photos of the activity' },
    hint: {
      id: '1 sampai 3 foto. Jangan tampilkan korban atau anak.',
      en: '1 to 3 photos. Do not show victims or children.',
    },
    min: 1,
    max: 3,
  },
  target: { count: 1, per: 'minggu' },
})
