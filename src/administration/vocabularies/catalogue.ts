import type { Text } from '../../kernel/locale.ts'
import { registerKinds } from '../../officers/register/index.ts'
import { type Field, type Options, type VocabularyName } from '../../reports/engine/index.ts'
import { returnReasonOptions } from '../../reports/registry/index.ts'
import { reportTypes } from '../../reports/types/index.ts'

/** Where words are chosen. */
export type Place =
  | { in: 'report'; type: string; field: string }
  | { in: 'entry'; kind: string; field: string }
  | { in: 'review' }

export interface Vocabulary {
  name: VocabularyName
  title: Text
  /** Where the list begins: the options of the definitions that name it. */
  began: Options
  places: Place[]
}

const titles: Record<VocabularyName, Text> = {
  'tema-penyuluhan': { id: 'Tema penyuluhan', en: 'Topics of talks' },
  'kegiatan-desa': { id: 'Kegiatan desa', en: 'Village activities' },
  'kategori-gangguan': { id: 'Kategori gangguan', en: 'Categories of disturbance' },
  'jenis-tempat': { id: 'Jenis tempat', en: 'Kinds of place' },
  'jenis-kelompok': { id: 'Jenis kelompok', en: 'Kinds of group' },
  'alasan-pengembalian': { id: 'Alasan pengembalian', en: 'Reasons for a return' },
  program: { id: 'Program', en: 'Programmes' },
}

interface VocabularyUse {
  name: VocabularyName
  options: Options
  place: Place
}

const usesIn = (fields: Record<string, Field>, placeOf: (field: string) => Place): VocabularyUse[] =>
  Object.entries(fields).flatMap(([key, { vocabulary, options = {} }]) =>
    vocabulary ? [{ name: vocabulary, options, place: placeOf(key) }] : [],
  )

const uses: VocabularyUse[] = [
  ...reportTypes.flatMap(({ key: type, fields }) => usesIn(fields, (field) => ({ in: 'report', type, field }))),
  ...Object.values(registerKinds).flatMap(({ name: kind, fields }) =>
    usesIn(fields, (field) => ({ in: 'entry', kind, field })),
  ),
  { name: 'alasan-pengembalian', options: returnReasonOptions, place: { in: 'review' } },
]

/** Every vocabulary with all the places that choose from it. */
export const vocabularies: readonly Vocabulary[] = Object.entries(titles).map(([name, title]) => {
  const mine = uses.filter((one) => one.name === name)
  return {
    name: name as VocabularyName,
    title,
    began: Object.assign({}, ...mine.map(({ options }) => options)) as Options,
    places: mine.map(({ place }) => place),
  }
})

export const findVocabulary = (name: string | undefined): Vocabulary | undefined =>
  vocabularies.find((one) => one.name === name)
