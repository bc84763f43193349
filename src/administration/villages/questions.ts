import type { Text } from '../../kernel/locale.ts'
import { type Field, integer, long, phone, text } from '../../reports/engine/index.ts'

const count = (label: Text, max: number) => integer({ label, min: 0, max })
const name = (label: Text) => text({ label, format: 'name', maxLength: 100 })
const number = (label: Text) => phone({ label, format: 'phone' })

/** What is asked of a village. Data only; each answer may be left out. */
export const questions: Record<string, Field> = {
  jumlahRw: count({ id: 'Jumlah RW', en: 'Number of RW' }, 99),
  jumlahRt: count({ id: 'Jumlah RT', en: 'Number of RT' }, 999),
  jumlahKk: count({ id: 'Jumlah kepala keluarga', en: 'Number of households' }, 100_000),
  posAktif: count({ id: 'Pos kamling aktif', en: 'Watch posts in use' }, 999),
  posPasif: count({ id: 'Pos kamling tidak aktif', en: 'Watch posts not in use' }, 999),
  sekolah: count({ id: 'Sekolah', en: 'Schools' }, 999),
  ibadah: count({ id: 'Tempat ibadah', en: 'Places of worship' }, 999),
  pasar: count({ id: 'Pasar', en: 'Markets' }, 99),
  kepala: name({ id: 'Kepala desa atau lurah', en: 'Head of the village' }),
  kepalaHp: number({ id: 'Nomor HP kepala desa atau lurah', en: 'Phone of the head' }),
  babinsa: name({ id: 'Babinsa', en: 'Babinsa (army counterpart)' }),
  babinsaHp: number({ id: 'Nomor HP Babinsa', en: 'Phone of the Babinsa' }),
  ketuaRw: long({
    label: { id: 'Ketua RW', en: 'Heads of RW' },
    hint: { id: 'Satu baris satu RW: nomor, nama, nomor HP.', en: 'One line for each RW: number, name, phone.' },
    maxLength: 2000,
  }),
  titikRawan: long({
    label: { id: 'Titik rawan', en: 'Places of risk' },
    hint: { id: 'Di mana, kapan, dan apa yang sering terjadi.', en: 'Where, when and what often happens.' },
    maxLength: 2000,
  }),
}
