import type { Text } from '../../kernel/locale.ts'
import {
  choice,
  date,
  type Field,
  integer,
  phone,
  type RegisterName,
  text,
  time,
  village,
  withUnknowns,
} from '../../reports/engine/index.ts'
import { register as sentences } from '../../sentences/register.ts'

/** A part of the register: what it is called, what it asks, which report is made of an entry. Data only. */
export interface RegisterKind {
  name: RegisterName
  title: Text
  searchLabel: Text
  searchHint: Text
  empty: Text
  found: Text
  newTitle: Text
  choose: Text
  /** The report type that is about an entry. */
  typeKey: string
  /** Little, and no more than the work needs. Keys that are no column of the table are kept as details. */
  fields: Record<string, Field>
}

const whereabouts = (required: boolean) => ({
  rt: integer({ label: sentences['register.rt'], required, unknowns: !required, min: 1, max: 999, padded: true }),
  rw: integer({ label: sentences['register.rw'], required, unknowns: !required, min: 1, max: 999, padded: true }),
  alamat: text({ unknowns: true, label: sentences['register.address'], maxLength: 150 }),
})
const wilayah = village({ label: sentences['register.village'], required: true })
const darurat = text({
  unknowns: true,
  label: sentences['register.emergency'],
  hint: sentences['register.emergencyHint'],
  maxLength: 120,
})

const keluarga: RegisterKind = {
  name: 'keluarga',
  title: { id: 'Keluarga', en: 'Households' },
  searchLabel: { id: 'Cari nama kepala keluarga atau RT', en: 'Search by head of household or RT' },
  searchHint: {
    id: 'Misalnya Siti, RT 3, atau Siti RT 3 RW 7. Salah ketik sedikit tidak apa-apa.',
    en: 'For example Siti, RT 3, or Siti RT 3 RW 7. A slip in the spelling does not matter.',
  },
  empty: {
    id: 'Belum ada keluarga di wilayah Anda. Tambahkan saat kunjungan pertama.',
    en: 'No households in your area yet. Add one at the first visit.',
  },
  found: { id: '{count} keluarga', en: '{count} {count|household|households}' },
  newTitle: { id: 'Keluarga baru', en: 'New household' },
  choose: { id: 'Pilih keluarga', en: 'Choose household' },
  typeKey: 'kunjungan-warga',
  fields: withUnknowns({
    wilayah,
    nama: text({
      label: { id: 'Nama kepala keluarga', en: 'Head of household' },
      required: true,
      format: 'name',
      maxLength: 100,
    }),
    ...whereabouts(true),
    pekerjaan: text({ unknowns: true, label: { id: 'Pekerjaan', en: 'Occupation' }, maxLength: 60 }),
    penghuni: integer({ unknowns: true, label: { id: 'Jumlah penghuni', en: 'Number of residents' }, min: 1, max: 30 }),
    hp: phone({ unknowns: true, label: sentences['register.phone'], format: 'phone' }),
    darurat,
    nik: text({ label: sentences['register.nik'], hint: sentences['register.nikHint'] }),
    tanggalLahir: date({
      label: { id: 'Tanggal lahir kepala keluarga', en: 'Birth date of the head' },
      hint: sentences['register.besideNikHint'],
      notInFuture: true,
    }),
    jenisKelamin: choice({
      label: { id: 'Jenis kelamin kepala keluarga', en: 'Sex of the head' },
      hint: sentences['register.besideNikHint'],
      options: { lakiLaki: { id: 'Laki-laki', en: 'Male' }, perempuan: { id: 'Perempuan', en: 'Female' } },
    }),
  }),
}

const tempat: RegisterKind = {
  name: 'tempat',
  title: { id: 'Tempat', en: 'Places' },
  searchLabel: { id: 'Cari nama tempat atau RT', en: 'Search by name of the place or RT' },
  searchHint: {
    id: 'Misalnya Toko Sinar Jaya, RT 3, atau Toko Sinar Jaya RT 3. Salah ketik sedikit tidak apa-apa.',
    en: 'For example Toko Sinar Jaya, RT 3, or Toko Sinar Jaya RT 3. A slip in the spelling does not matter.',
  },
  empty: {
    id: 'Belum ada tempat di wilayah Anda. Tambahkan saat kunjungan pertama.',
    en: 'No places in your area yet. Add one at the first visit.',
  },
  found: { id: '{count} tempat', en: '{count} {count|place|places}' },
  newTitle: { id: 'Tempat baru', en: 'New place' },
  choose: { id: 'Pilih tempat', en: 'Choose place' },
  typeKey: 'kunjungan-tempat',
  fields: withUnknowns({
    wilayah,
    nama: text({ label: { id: 'Nama tempat', en: 'Name of the place' }, required: true, minLength: 2, maxLength: 100 }),
    jenis: choice({
      label: { id: 'Jenis tempat', en: 'Kind of place' },
      required: true,
      vocabulary: 'jenis-tempat',
      options: {
        usaha: { id: 'Tempat usaha atau toko', en: 'Business or shop' },
        kantor: { id: 'Kantor', en: 'Office' },
        sekolah: { id: 'Sekolah', en: 'School' },
        kos: { id: 'Rumah kos atau kontrakan', en: 'Boarding house' },
        ibadah: { id: 'Tempat ibadah', en: 'Place of worship' },
        kesehatan: { id: 'Klinik atau puskesmas', en: 'Clinic' },
        keuangan: { id: 'Bank, ATM, atau gadai', en: 'Bank, ATM or pawnshop' },
        wisata: { id: 'Tempat wisata atau hiburan', en: 'Tourism or entertainment' },
        lain: { id: 'Tempat lain', en: 'Another place' },
      },
    }),
    ...whereabouts(false),
    penanggungJawab: text({
      label: { id: 'Penanggung jawab', en: 'Person in charge' },
      required: true,
      format: 'name',
      maxLength: 100,
    }),
    hp: phone({ unknowns: true, label: sentences['register.telephone'], format: 'telephone' }),
    /** Free text until it became two times. */
    jamBuka: text({ label: { id: 'Jam buka', en: 'Opening hours' }, maxLength: 60, retired: true }),
    bukaPukul: time({
      unknowns: true,
      label: { id: 'Buka pukul', en: 'Opens at' },
      hint: { id: 'Buka 24 jam: isi 00.00 sampai 23.59.', en: 'Open all day: enter 00:00 to 23:59.' },
    }),
    tutupPukul: time({ unknowns: true, label: { id: 'Tutup pukul', en: 'Closes at' } }),
    karyawan: integer({ unknowns: true, label: { id: 'Jumlah karyawan', en: 'Employees' }, min: 0, max: 20_000 }),
    mes: choice({
      unknowns: true,
      label: { id: 'Ada mes karyawan?', en: 'Is there a mess for employees?' },
      readAs: { id: 'Mes karyawan', en: 'Mess for employees' },
      options: { ya: { id: 'Ya', en: 'Yes' }, tidak: { id: 'Tidak', en: 'No' } },
    }),
    darurat,
  }),
}

const kelompok: RegisterKind = {
  name: 'kelompok',
  title: { id: 'Kelompok', en: 'Groups' },
  searchLabel: { id: 'Cari nama kelompok atau RT', en: 'Search by name of the group or RT' },
  searchHint: { id: 'Misalnya Satkamling RW 07.', en: 'For example Satkamling RW 07.' },
  empty: {
    id: 'Belum ada kelompok mitra di wilayah Anda. Tambahkan saat pembinaan pertama.',
    en: 'No partner groups in your area yet. Add one at the first meeting.',
  },
  found: { id: '{count} kelompok', en: '{count} {count|group|groups}' },
  newTitle: { id: 'Kelompok baru', en: 'New group' },
  choose: { id: 'Pilih kelompok', en: 'Choose group' },
  typeKey: 'pembinaan',
  fields: withUnknowns({
    wilayah,
    nama: text({
      label: { id: 'Nama kelompok', en: 'Name of the group' },
      required: true,
      minLength: 2,
      maxLength: 100,
    }),
    jenis: choice({
      label: { id: 'Jenis kelompok', en: 'Kind of group' },
      required: true,
      vocabulary: 'jenis-kelompok',
      options: {
        fkpm: { id: 'FKPM', en: 'FKPM (police partnership forum)' },
        pokdarkamtibmas: { id: 'Pokdarkamtibmas', en: 'Pokdarkamtibmas (security-minded group)' },
        satkamling: { id: 'Satkamling', en: 'Satkamling (neighbourhood watch)' },
        satpam: { id: 'Satpam', en: 'Satpam (security guards)' },
        sakaBhayangkara: { id: 'Saka Bhayangkara', en: 'Saka Bhayangkara (scouts)' },
        pks: { id: 'Patroli keamanan sekolah', en: 'School safety patrol' },
        ormas: { id: 'Organisasi kemasyarakatan', en: 'Community organisation' },
        tokoh: { id: 'Tokoh agama, adat, atau masyarakat', en: 'Religious, customary or community leaders' },
        lain: { id: 'Kelompok lain', en: 'Another group' },
      },
    }),
    ...whereabouts(false),
    ketua: text({
      label: { id: 'Ketua', en: 'Leader' },
      required: true,
      format: 'name',
      maxLength: 100,
    }),
    hp: phone({ unknowns: true, label: sentences['register.telephone'], format: 'telephone' }),
    anggota: integer({ unknowns: true, label: { id: 'Jumlah anggota', en: 'Members' }, min: 1, max: 100_000 }),
  }),
}

export const registerKinds: Record<RegisterName, RegisterKind> = { keluarga, tempat, kelompok }
