import { choice, defineReportType, entry, long, many, opinions, text } from '../engine/index.ts'

export default defineReportType({
  key: 'kunjungan-tempat',
  code: 'DDST',
  title: { id: 'Kunjungan tempat', en: 'Visit to a place' },
  short: { id: 'DDS tempat', en: 'Places' },
  hint: {
    id: 'DDS: toko, kantor, sekolah, rumah kos, tempat ibadah',
    en: 'DDS: shop, office, school, boarding house, place of worship',
  },
  version: 1,
  order: 2,
  place: { entryIn: 'tempatDikunjungi' },
  fields: {
    tempatDikunjungi: entry({
      register: 'tempat',
      label: { id: 'Tempat yang dikunjungi', en: 'Place visited' },
      required: true,
      empty: { id: 'Pilih tempat yang dikunjungi', en: 'Choose the place you visited' },
    }),
    penerima: choice({
      label: { id: 'Siapa yang menerima Anda?', en: 'Who received you?' },
      readAs: { id: 'Diterima oleh', en: 'Received by' },
      required: true,
      empty: { id: 'Pilih siapa yang menerima kunjungan', en: 'Choose who received you' },
      options: {
        penanggungJawab: { id: 'Pemilik atau penanggung jawab', en: 'Owner or person in charge' },
        karyawan: { id: 'Karyawan atau pengurus', en: 'Employee or committee member' },
        satpam: { id: 'Satpam', en: 'Security guard' },
        penghuni: { id: 'Penghuni', en: 'Resident' },
        lain: { id: 'Orang lain', en: 'Somebody else' },
      },
    }),
    namaPenerima: text({
      label: { id: 'Nama penerima', en: 'Name of who received you' },
      readAs: { id: 'Nama penerima', en: 'Name of the person met' },
      required: true,
      format: 'name',
      maxLength: 100,
    }),
    pengamanan: many({
      label: { id: 'Pengamanan yang ada', en: 'Security in place' },
      hint: { id: 'Tandai semua yang Anda lihat.', en: 'Mark everything you saw.' },
      required: true,
      empty: { id: 'Tandai pengamanan yang ada, atau Belum ada', en: 'Mark the security in place, or None yet' },
      options: {
        satpam: { id: 'Satpam', en: 'Guard' },
        cctv: { id: 'CCTV', en: 'CCTV' },
        alarm: { id: 'Alarm', en: 'Alarm' },
        pagar: { id: 'Pagar terkunci', en: 'Locked fence' },
        lampu: { id: 'Lampu luar', en: 'Outdoor lights' },
        apar: { id: 'APAR', en: 'Extinguisher' },
        bukuTamu: { id: 'Buku tamu', en: 'Visitor book' },
        belumAda: { id: 'Belum ada', en: 'None yet' },
      },
    }),
    pendapat: opinions,
    imbauan: long({
      label: { id: 'Imbauan yang Anda berikan', en: 'Advice you gave' },
      readAs: { id: 'Imbauan yang diberikan', en: 'Advice given' },
      hint: { id: 'Saran keamanan untuk tempat ini.', en: 'Security advice for this place.' },
      required: true,
      minLength: 20,
      maxLength: 500,
    }),
  },
  sections: [
    {
      title: { id: 'Tempat yang dikunjungi', en: 'The place' },
      fields: ['tempatDikunjungi', 'penerima', 'namaPenerima'],
    },
    { title: { id: 'Isi kunjungan', en: 'The visit' }, fields: ['pengamanan', 'imbauan', 'pendapat'] },
  ],
  headline: { id: '{tempatDikunjungi}', en: '{tempatDikunjungi}' },
  photos: {
    label: { id: 'Foto kunjungan', en: 'Photos of the visit' },
    hint: { id: '1 sampai 3 foto. Jangan tampilkan wajah anak.', en: '1 to 3 photos. Do not show children’s faces.' },
    min: 1,
    max: 3,
  },
  lowRisk: true,
  target: { count: 2, per: 'minggu' },
})
