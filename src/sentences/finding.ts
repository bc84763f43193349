import type { Text } from '../kernel/locale.ts'

/** What the rules of today say of stored reports; one for every rule of the engine. */
export const finding = {
  'finding.title': { id: 'Laporan lama dan aturan hari ini', en: 'Old reports and today’s rules' },
  'finding.lead': {
    id: 'Setiap malam semua laporan diperiksa dengan aturan hari ini. Laporannya sendiri tidak diubah.',
    en: 'Every night all reports are checked by today’s rules. The reports themselves are not changed.',
  },
  'finding.checked': {
    id: 'Terakhir diperiksa {at}, {count} laporan.',
    en: 'Last checked {at}, {count} {count|report|reports}.',
  },
  'finding.never': {
    id: 'Belum pernah diperiksa. Pemeriksaan berjalan setiap malam.',
    en: 'Not checked yet. The check runs every night.',
  },
  'finding.none': { id: 'Tidak ada temuan.', en: 'No findings.' },
  'finding.noneListed': { id: 'Tidak ada laporan dengan temuan ini.', en: 'No reports with this finding.' },
  'finding.caption': { id: 'Aturan dan banyaknya laporan', en: 'Rules and number of reports' },
  'finding.rule': { id: 'Temuan', en: 'Finding' },
  'finding.reports': { id: 'Laporan', en: 'Reports' },
  'finding.line': { id: '{field}: {rule}', en: '{field}: {rule}' },
  'finding.rule.required': { id: 'belum diisi', en: 'not filled in' },
  'finding.rule.unreadable': { id: 'tidak dapat dibaca', en: 'cannot be read' },
  'finding.rule.option': { id: 'tidak ada di daftar', en: 'not in the list' },
  'finding.rule.refused': { id: 'pilihan ini tidak diterima', en: 'this choice is not taken' },
  'finding.rule.phone': { id: 'bukan nomor HP', en: 'not a phone number' },
  'finding.rule.telephone': { id: 'bukan nomor telepon', en: 'not a telephone number' },
  'finding.rule.twoNumbers': { id: 'lebih dari satu nomor', en: 'more than one number' },
  'finding.rule.placeholder': { id: 'isi semu', en: 'placeholder' },
  'finding.rule.name': { id: 'bukan nama', en: 'not a name' },
  'finding.rule.minLength': { id: 'terlalu pendek', en: 'too short' },
  'finding.rule.maxLength': { id: 'terlalu panjang', en: 'too long' },
  'finding.rule.min': { id: 'terlalu kecil', en: 'too small' },
  'finding.rule.max': { id: 'terlalu besar', en: 'too large' },
  'finding.rule.minItems': { id: 'terlalu sedikit', en: 'too few' },
  'finding.rule.maxItems': { id: 'terlalu banyak', en: 'too many' },
  'finding.rule.distinct': { id: 'ada yang sama', en: 'some are the same' },
  'finding.rule.notInFuture': { id: 'setelah hari laporan', en: 'after the day of the report' },
  'finding.rule.notInPast': { id: 'sebelum hari laporan', en: 'before the day of the report' },
} satisfies Record<string, Text>
