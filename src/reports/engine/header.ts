import { choice, date, integer, position, text, time, village } from './fields.ts'

/** What every report says first, in the same order in every type. */
export const head = {
  tanggal: date({
    label: { id: 'Tanggal kegiatan', en: 'Date of the activity' },
    required: true,
    notInFuture: true,
  }),
  pukul: time({ label: { id: 'Pukul', en: 'Time' }, required: true }),
}

/** Where it was, for the types that do not take it from the register. */
export const place = {
  wilayah: village({
    label: { id: 'Kelurahan atau desa', en: 'Village' },
    required: true,
    empty: { id: 'Pilih kelurahan atau desa', en: 'Choose the village' },
  }),
  rw: integer({ label: { id: 'RW', en: 'RW' }, unknowns: true, min: 1, max: 999, padded: true }),
  rt: integer({ label: { id: 'RT', en: 'RT' }, unknowns: true, min: 1, max: 999, padded: true }),
  tempat: text({
    label: { id: 'Tempat', en: 'Place' },
    hint: { id: 'Misalnya Balai RW 07 atau SDN Sunyaragi 2.', en: 'For example Balai RW 07 or SDN Sunyaragi 2.' },
    required: true,
    minLength: 3,
    maxLength: 150,
  }),
}

/** The evidence, last in every type; photos are no answers but rows of their own. */
export const evidence = {
  posisi: position({
    label: { id: 'Lokasi', en: 'Location' },
    hint: {
      id: 'Dipakai untuk mencocokkan wilayah laporan. Tidak dipakai untuk melacak Anda.',
      en: 'Used to match the area of the report. Not used to track you.',
    },
  }),
  posisiAlasan: choice({
    label: { id: 'Alasan tanpa lokasi', en: 'Reason for no location' },
    requiredUnless: 'posisi',
    empty: { id: 'Ambil lokasi, atau pilih alasan tidak bisa', en: 'Get the location, or choose why not' },
    options: {
      hp: { id: 'HP tidak bisa', en: 'The phone cannot' },
      gedung: { id: 'Di dalam gedung', en: 'Inside a building' },
      aman: { id: 'Tidak aman', en: 'Not safe' },
      lain: { id: 'Lainnya', en: 'Other' },
    },
  }),
  tindakLanjut: choice({
    label: { id: 'Perlu tindak lanjut?', en: 'Is follow-up needed?' },
    readAs: { id: 'Perlu tindak lanjut', en: 'Follow-up needed' },
    required: true,
    empty: { id: 'Pilih apakah perlu tindak lanjut', en: 'Choose whether follow-up is needed' },
    options: { ya: { id: 'Ya', en: 'Yes' }, tidak: { id: 'Tidak', en: 'No' } },
  }),
  tindakLanjutOleh: text({
    label: { id: 'Siapa yang menindaklanjuti', en: 'Who will follow up' },
    readAs: { id: 'Ditindaklanjuti oleh', en: 'Followed up by' },
    hint: { id: 'Misalnya Ketua RW 07 atau Unit Reskrim.', en: 'For example the head of RW 07 or the Reskrim unit.' },
    requiredWhen: { field: 'tindakLanjut', is: 'ya' },
    minLength: 3,
    maxLength: 100,
  }),
  tindakLanjutBatas: date({
    label: { id: 'Paling lambat', en: 'By when' },
    empty: { id: 'Isi kapan tindak lanjut paling lambat', en: 'Enter by when the follow-up is due' },
    requiredWhen: { field: 'tindakLanjut', is: 'ya' },
    notInPast: true,
  }),
  sifat: choice({
    unknowns: true,
    label: { id: 'Sifat kegiatan', en: 'Kind of occasion' },
    options: {
      rutin: { id: 'Rutin', en: 'Routine' },
      insidentil: { id: 'Insidentil', en: 'Occasional' },
      kontinjensi: { id: 'Kontinjensi', en: 'Contingency' },
    },
  }),
  program: choice({
    unknowns: true,
    vocabulary: 'program',
    label: { id: 'Bagian dari program', en: 'Part of a programme' },
    options: {
      jumatCurhat: { id: 'Jumat Curhat', en: 'Friday talks' },
      kampungBebasNarkoba: { id: 'Kampung bebas narkoba', en: 'Drug-free villages' },
      satkamling: { id: 'Satkamling aktif', en: 'Active neighbourhood watch' },
      ketahananPangan: { id: 'Ketahanan pangan', en: 'Food security' },
      cegahJudiDaring: { id: 'Cegah judi daring', en: 'Against online gambling' },
      cegahTppo: { id: 'Cegah perdagangan orang', en: 'Against human trafficking' },
      cegahStunting: { id: 'Cegah stunting', en: 'Against stunting' },
      coolingSystem: { id: 'Cooling system pemilihan', en: 'Calm elections' },
    },
  }),
}
