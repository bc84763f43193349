import type { Text } from '../../kernel/locale.ts'

export const personnel = {
  'personnel.name': { id: 'Nama', en: 'Name' },
  'personnel.pangkat': { id: 'Pangkat', en: 'Rank' },
  'personnel.position': { id: 'Jabatan', en: 'Position' },
  'personnel.unit': { id: 'Satuan', en: 'Unit' },
  'personnel.nrpTaken': { id: 'NRP ini sudah dipakai akun lain', en: 'This NRP belongs to another account' },
} satisfies Record<string, Text>
