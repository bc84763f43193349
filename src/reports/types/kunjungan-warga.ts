import { choice, defineReportType, entry, long, opinions, text } from '../engine/index.ts'

export default defineReportType({
  key: 'kunjungan-warga',
  code: 'DDS',
  title: { id: 'Kunjungan warga', en: 'Household visit' },
  short: { id: 'DDS warga', en: 'Visits' },
  hint: { id: 'DDS: sambang ke rumah warga', en: 'DDS: a visit to a household' },
  version: 2,
  order: 1,
  place: { entryIn: 'keluarga' },
  fields: {
    keluarga: entry({
      register: 'keluarga',
      label: { id: 'Keluarga', en: 'Household' },
      required: true,
      empty: { id: 'Pilih keluarga yang dikunjungi', en: 'Choose the household you visited' },
    }),
    penerima: choice({
      label: { id: 'Siapa yang menerima Anda?', en: 'Who received you?' },
      readAs: { id: 'Diterima oleh', en: 'Received by' },
      required: true,
      empty: { id: 'Pilih siapa yang menerima kunjungan', en: 'Choose who received you' },
      options: {
        kepala: { id: 'Kepala keluarga', en: 'Head of the household' },
        pasangan: { id: 'Suami atau istri', en: 'Husband or wife' },
        anggota: { id: 'Anggota keluarga lain', en: 'Another member' },
        lain: { id: 'Orang lain', en: 'Somebody else' },
      },
    }),
    namaPenerima: text({
      label: { id: 'Nama dan hubungan penerima', en: 'Name and relation of who received you' },
      readAs: { id: 'Nama dan hubungan penerima', en: 'Name and relation of the person met' },
      requiredWhen: { field: 'penerima', is: 'lain' },
      minLength: 2,
      maxLength: 100,
    }),
    pendapat: opinions,
    imbauan: long({
      label: { id: 'Imbauan yang Anda berikan', en: 'Advice you gave' },
      readAs: { id: 'Imbauan yang diberikan', en: 'Advice given' },
      hint: { id: 'Saran keamanan untuk keluarga ini.', en: 'Security advice for this household.' },
      required: true,
      minLength: 20,
      maxLength: 500,
    }),
  },
  sections: [
    { title: { id: 'Siapa yang dikunjungi', en: 'Who was visited' }, fields: ['keluarga', 'penerima', 'namaPenerima'] },
    { title: { id: 'Isi kunjungan', en: 'The visit' }, fields: ['pendapat', 'imbauan'] },
  ],
  headline: { id: '{keluarga}', en: '{keluarga}' },
  photos: {
    label: { id: 'Foto kunjungan', en: 'Photos of the visit' },
    hint: { id: '1 sampai 3 foto. Jangan tampilkan wajah anak.', en: '1 to 3 photos. Do not show children’s faces.' },
    min: 1,
    max: 3,
  },
  lowRisk: true,
  target: { count: 3, per: 'hari' },
})
