/** The lists of words that the admin keeps. What a definition writes beside such a name is where the list begins. */
export const vocabularyNames = [
  'tema-penyuluhan',
  'kegiatan-desa',
  'kategori-gangguan',
  'jenis-tempat',
  'jenis-kelompok',
  'alasan-pengembalian',
  'program',
] as const

export type VocabularyName = (typeof vocabularyNames)[number]
