import { household as sentences } from '../platform/i18n/household.ts'
import { integer, phone, text, village } from '../reports/index.ts'

/** The questions of a new household, in the order of the page: little, and no more than a visit needs. */
export const householdFields = {
  wilayah: village({ label: sentences['household.village'], required: true }),
  nama: text({ label: sentences['household.headName'], required: true, format: 'name', minLength: 2, maxLength: 100 }),
  rt: integer({ label: sentences['household.rt'], required: true, min: 1, max: 999 }),
  rw: integer({ label: sentences['household.rw'], required: true, min: 1, max: 999 }),
  alamat: text({ label: sentences['household.address'], maxLength: 150 }),
  pekerjaan: text({ label: sentences['household.occupation'], maxLength: 60 }),
  penghuni: integer({ label: sentences['household.residents'], min: 1, max: 30 }),
  hp: phone({ label: sentences['household.phone'], format: 'phone' }),
  darurat: text({
    label: sentences['household.emergency'],
    hint: sentences['household.emergencyHint'],
    maxLength: 120,
  }),
  nik: text({ label: sentences['household.nik'], hint: sentences['household.nikHint'] }),
}
