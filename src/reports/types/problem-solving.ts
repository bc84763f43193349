import { choice, defineReportType, list, long, text } from '../engine/index.ts'

const name = {
  required: true,
  format: 'name',
  maxLength: 100,
} as const

export default defineReportType({
  key: 'problem-solving',
  code: 'PS',
  title: { id: 'Problem solving', en: 'Problem solving' },
  short: { id: 'PS', en: 'PS' },
  hint: { id: 'PS: menyelesaikan perselisihan warga', en: 'PS: settling a dispute between residents' },
  version: 1,
  order: 4,
  place: 'asked',
  fields: {
    jenis: choice({
      label: { id: 'Jenis', en: 'Kind' },
      required: true,
      options: {
        sengketa: { id: 'Sengketa', en: 'Dispute' },
        nonSengketa: { id: 'Bukan sengketa', en: 'No dispute' },
        eksekutif: { id: 'Eksekutif (diteruskan)', en: 'Executive (passed on)' },
      },
      ranks: { eksekutif: 10 },
    }),
    perkara: choice({
      label: { id: 'Perkara', en: 'Case' },
      required: true,
      options: {
        tetangga: { id: 'Perselisihan tetangga', en: 'Quarrel between neighbours' },
        keluarga: { id: 'Perselisihan keluarga', en: 'Quarrel in a family' },
        utang: { id: 'Utang piutang', en: 'Debt' },
        tanah: { id: 'Batas tanah atau waris', en: 'Boundary or inheritance' },
        penganiayaan: { id: 'Penganiayaan ringan', en: 'Minor assault' },
        pencurian: { id: 'Pencurian ringan', en: 'Petty theft' },
        perusakan: { id: 'Perusakan ringan', en: 'Minor damage' },
        remaja: { id: 'Kenakalan remaja', en: 'Misbehaviour of youths' },
        lalin: { id: 'Senggolan kendaraan', en: 'Minor traffic accident' },
        lingkungan: { id: 'Sampah, ternak, atau kebisingan', en: 'Waste, livestock or noise' },
        lain: { id: 'Perkara ringan lain', en: 'Another minor case' },
        kdrt: { id: 'Kekerasan dalam rumah tangga', en: 'Domestic violence' },
        anak: { id: 'Kekerasan terhadap anak', en: 'Violence against a child' },
        kekerasanSeksual: { id: 'Kekerasan seksual', en: 'Sexual violence' },
        kejahatanBerat: { id: 'Kejahatan berat', en: 'Grave crime' },
      },
      refuses: {
        values: ['kdrt', 'anak', 'kekerasanSeksual', 'kejahatanBerat'],
        unless: { field: 'jenis', is: 'eksekutif' },
        sentence: {
          id: 'Perkara ini tidak diselesaikan lewat problem solving. Pilih jenis Eksekutif dan teruskan ke penyidik',
          en: 'This case is not settled by problem solving. Choose the kind Executive and pass it to the investigator',
        },
      },
    }),
    pihak: list({
      label: { id: 'Pihak', en: 'Parties' },
      hint: { id: 'Paling sedikit dua orang.', en: 'At least two people.' },
      itemLabel: { id: 'Pihak', en: 'Party' },
      required: true,
      empty: { id: 'Isi paling sedikit dua pihak', en: 'Enter at least two parties' },
      minItems: 2,
      maxItems: 6,
      distinct: 'nama',
      items: {
        nama: text({ label: { id: 'Nama', en: 'Name' }, ...name }),
        pekerjaan: text({ unknowns: true, label: { id: 'Pekerjaan', en: 'Occupation' }, minLength: 2, maxLength: 60 }),
        alamat: text({ unknowns: true, label: { id: 'Alamat', en: 'Address' }, minLength: 3, maxLength: 150 }),
      },
    }),
    saksi: list({
      label: { id: 'Saksi', en: 'Witnesses' },
      itemLabel: { id: 'Saksi', en: 'Witness' },
      maxItems: 4,
      distinct: 'nama',
      items: {
        nama: text({ label: { id: 'Nama', en: 'Name' }, ...name }),
        keterangan: text({
          unknowns: true,
          label: { id: 'Sebagai', en: 'As' },
          hint: { id: 'Misalnya Ketua RT 003.', en: 'For example head of RT 003.' },
          minLength: 2,
          maxLength: 100,
        }),
      },
    }),
    kejadian: long({
      label: { id: 'Apa yang terjadi', en: 'What happened' },
      required: true,
      minLength: 50,
      maxLength: 1000,
    }),
    langkah: long({
      label: { id: 'Langkah yang Anda ambil', en: 'Steps you took' },
      readAs: { id: 'Langkah yang diambil', en: 'Steps taken' },
      required: true,
      minLength: 30,
      maxLength: 1000,
    }),
    hasil: choice({
      label: { id: 'Hasil', en: 'Outcome' },
      required: true,
      options: {
        damaiTertulis: { id: 'Damai tertulis', en: 'Written settlement' },
        damaiLisan: { id: 'Damai lisan', en: 'Oral settlement' },
        belumSelesai: { id: 'Belum selesai', en: 'Not settled yet' },
        dilimpahkan: { id: 'Dilimpahkan', en: 'Passed on' },
      },
      refuses: {
        values: ['damaiTertulis', 'damaiLisan'],
        unless: { field: 'jenis', is: ['sengketa', 'nonSengketa'] },
        sentence: {
          id: 'Jenis Eksekutif tidak didamaikan. Pilih Belum selesai atau Dilimpahkan',
          en: 'The kind Executive is not settled. Choose Not settled yet or Passed on',
        },
      },
    }),
    butirKesepakatan: list({
      label: { id: 'Butir kesepakatan', en: 'Points of the agreement' },
      itemLabel: { id: 'Butir', en: 'Point' },
      requiredWhen: { field: 'hasil', is: 'damaiTertulis' },
      empty: { id: 'Isi paling sedikit satu butir kesepakatan', en: 'Enter at least one point of the agreement' },
      maxItems: 8,
      items: {
        isi: text({ label: { id: 'Isi', en: 'Content' }, required: true, minLength: 10, maxLength: 200 }),
      },
    }),
    diteruskanKe: text({
      label: { id: 'Diteruskan ke', en: 'Passed on to' },
      hint: {
        id: 'Misalnya Unit Reskrim Polsek Kesambi atau Unit PPA.',
        en: 'For example the Reskrim unit or the PPA unit.',
      },
      requiredWhen: { field: 'hasil', is: 'dilimpahkan' },
      minLength: 3,
      maxLength: 100,
    }),
  },
  sections: [
    {
      title: { id: 'Perkara dan pihak', en: 'The case and the parties' },
      fields: ['jenis', 'perkara', 'pihak', 'saksi'],
    },
    {
      title: { id: 'Penyelesaian', en: 'The settlement' },
      fields: ['kejadian', 'langkah', 'hasil', 'butirKesepakatan', 'diteruskanKe'],
    },
  ],
  headline: { id: '{perkara} di {tempat}: {hasil}', en: '{perkara} at {tempat}: {hasil}' },
  photos: {
    label: { id: 'Foto', en: 'Photos' },
    hint: {
      id: '1 sampai 3 foto. Bila damai tertulis, juga foto surat kesepakatan yang ditandatangani.',
      en: '1 to 3 photos. With a written settlement also a photo of the signed letter.',
    },
    min: 1,
    max: 3,
    minWhen: {
      field: 'hasil',
      is: 'damaiTertulis',
      min: 2,
      sentence: { id: 'Tambahkan foto surat kesepakatan', en: 'Add a photo of the letter of agreement' },
    },
  },
  agreement: {
    when: { field: 'hasil', is: 'damaiTertulis' },
    matter: 'perkara',
    parties: 'pihak',
    witnesses: 'saksi',
    points: 'butirKesepakatan',
  },
  target: { count: 1, per: 'minggu' },
})
