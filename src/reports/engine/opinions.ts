import { choice, list, long } from './fields.ts'

/** What citizens said during a visit, to a house or to a place. */
export const opinions = list({
  label: { id: 'Pendapat warga', en: 'Opinions of the citizen' },
  hint: {
    id: 'Keluhan atau harapan, paling banyak 5. Boleh dikosongkan bila tidak ada.',
    en: 'Complaints or hopes, at most 5. Leave empty when there are none.',
  },
  itemLabel: { id: 'Pendapat', en: 'Opinion' },
  maxItems: 5,
  items: {
    jenis: choice({
      label: { id: 'Warga menyampaikan', en: 'The citizen raised' },
      required: true,
      empty: { id: 'Pilih keluhan atau harapan', en: 'Choose complaint or hope' },
      options: { keluhan: { id: 'Keluhan', en: 'Complaint' }, harapan: { id: 'Harapan', en: 'Hope' } },
    }),
    bidang: choice({
      label: { id: 'Bidang', en: 'Field' },
      required: true,
      options: {
        keamanan: { id: 'Keamanan', en: 'Security' },
        sosbud: { id: 'Sosial budaya', en: 'Social' },
        ekonomi: { id: 'Ekonomi', en: 'Economy' },
        politik: { id: 'Politik', en: 'Politics' },
      },
    }),
    uraian: long({
      label: { id: 'Uraian', en: 'Description' },
      hint: { id: 'Apa, kapan, dan di mana.', en: 'What, when and where.' },
      required: true,
      minLength: 20,
      maxLength: 500,
    }),
  },
})
