import { choice, type Field } from './fields.ts'

export const unknownReasons = {
  tidakDiketahui: { id: 'Tidak diketahui', en: 'Unknown' },
  menolak: { id: 'Menolak menjawab', en: 'Declined to answer' },
  tidakRelevan: { id: 'Tidak relevan', en: 'Not relevant' },
}

/** Under which key it is kept why an answer is not there. */
export const unknownKey = (key: string): string => `${key}Tanpa`

const companionOf = (key: string, { label, confidential = false }: Field): Field =>
  choice({
    label: { id: `${label.id}: alasan kosong`, en: `${label.en}: why empty` },
    insteadOf: key,
    ...(confidential ? { confidential } : {}),
    options: unknownReasons,
  })

/** Gives every question that may be unknown its companion, which says why there is no answer; in the blocks of a list too. */
export const withUnknowns = (fields: Record<string, Field>): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]): [string, Field][] => {
      const own = field.items ? ({ ...field, items: withUnknowns(field.items) } as Field) : field
      return field.unknowns
        ? [
            [key, own],
            [unknownKey(key), companionOf(key, field)],
          ]
        : [[key, own]]
    }),
  )
