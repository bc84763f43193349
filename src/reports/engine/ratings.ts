import { choice } from './fields.ts'

/** How far a source is believed, and what it said: A1 to F6, each rated apart. */
export const ratings = {
  nilaiSumber: choice({
    label: { id: 'Nilai sumber', en: 'Rating of the source' },
    required: true,
    options: {
      A: { id: 'A: selalu benar selama ini', en: 'A: has always been right' },
      B: { id: 'B: biasanya benar', en: 'B: is usually right' },
      C: { id: 'C: kadang benar', en: 'C: is sometimes right' },
      D: { id: 'D: sering keliru', en: 'D: is often wrong' },
      E: { id: 'E: tidak dapat dipercaya', en: 'E: cannot be trusted' },
      F: { id: 'F: belum dikenal', en: 'F: not known yet' },
    },
    ranks: { A: 5, B: 4, C: 3, D: 2, E: 1 },
  }),
  nilaiIsi: choice({
    label: { id: 'Nilai isi', en: 'Rating of the content' },
    required: true,
    options: {
      '1': { id: '1: sudah dibenarkan sumber lain', en: '1: confirmed by another source' },
      '2': { id: '2: sangat mungkin benar', en: '2: probably true' },
      '3': { id: '3: mungkin benar', en: '3: possibly true' },
      '4': { id: '4: meragukan', en: '4: doubtful' },
      '5': { id: '5: kecil kemungkinan benar', en: '5: improbable' },
      '6': { id: '6: belum dapat dinilai', en: '6: cannot be judged yet' },
    },
    ranks: { '1': 5, '2': 4, '3': 3, '4': 2, '5': 1 },
  }),
}
