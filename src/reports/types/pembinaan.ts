import { choice, defineReportType, entry, integer, long } from '../engine/index.ts'

export default defineReportType({
  key: 'pembinaan',
  code: 'BINKOM',
  title: { id: 'Pembinaan kelompok', en: 'Guidance of a group' },
  short: { id: 'Pembinaan', en: 'Groups' },
  hint: { id: 'FKPM, satkamling, satpam, ormas, Saka Bhayangkara', en: 'FKPM, neighbourhood watch, guards, scouts' },
  version: 1,
  order: 6,
  place: { entryIn: 'kelompok' },
  fields: {
    kelompok: entry({
      register: 'kelompok',
      label: { id: 'Kelompok', en: 'Group' },
      required: true,
      empty: { id: 'Pilih kelompok yang dibina', en: 'Choose the group' },
    }),
    kegiatan: choice({
      label: { id: 'Kegiatan', en: 'Activity' },
      required: true,
      options: {
        pertemuan: { id: 'Pertemuan', en: 'Meeting' },
        ronda: { id: 'Ronda atau patroli bersama', en: 'Joint patrol' },
        latihan: { id: 'Latihan', en: 'Training' },
        cekPos: { id: 'Pemeriksaan pos', en: 'Check of the post' },
        pembentukan: { id: 'Pembentukan atau pengukuhan', en: 'Founding or inauguration' },
        lain: { id: 'Kegiatan lain', en: 'Another activity' },
      },
    }),
    jumlahHadir: integer({
      label: { id: 'Jumlah yang hadir', en: 'Number present' },
      hint: { id: 'Dengan angka, misalnya 12.', en: 'In digits, for example 12.' },
      required: true,
      min: 1,
      max: 5000,
      recap: 'sum',
    }),
    kondisiPos: choice({
      label: { id: 'Kondisi pos', en: 'Condition of the post' },
      required: true,
      options: {
        aktif: { id: 'Aktif', en: 'Active' },
        pasif: { id: 'Pasif', en: 'Passive' },
        tidakAda: { id: 'Tidak ada pos', en: 'No post' },
      },
    }),
    uraian: long({
      label: { id: 'Isi pembinaan', en: 'What was done' },
      required: true,
      minLength: 30,
      maxLength: 500,
    }),
    kebutuhan: long({
      unknowns: true,
      label: { id: 'Kebutuhan kelompok', en: 'Needs of the group' },
      hint: { id: 'Misalnya senter, kentongan, atau perbaikan pos.', en: 'For example torches or repair of the post.' },
      minLength: 5,
      maxLength: 300,
    }),
  },
  sections: [
    {
      title: { id: 'Pembinaan', en: 'The guidance' },
      fields: ['kelompok', 'kegiatan', 'jumlahHadir', 'kondisiPos', 'uraian', 'kebutuhan'],
    },
  ],
  headline: { id: '{kegiatan} {kelompok}, {jumlahHadir} hadir', en: '{kegiatan}, {kelompok}, {jumlahHadir} present' },
  photos: {
    label: { id: 'Foto kegiatan', en: 'Photos of the activity' },
    hint: { id: '1 sampai 3 foto. Jangan tampilkan wajah anak.', en: '1 to 3 photos. Do not show children’s faces.' },
    min: 1,
    max: 3,
  },
  lowRisk: true,
  target: { count: 1, per: 'minggu' },
})
