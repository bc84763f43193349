import type { Text } from '../kernel/locale.ts'

export const village = {
  'village.list': { id: 'Profil wilayah', en: 'Village profiles' },
  'village.profile': { id: 'Profil wilayah', en: 'Village profile' },
  'village.titleOf': { id: 'Profil {village}', en: 'Profile of {village}' },
  'village.since': { id: 'diperbarui {day}', en: 'updated {day}' },
  'village.by': { id: 'Diperbarui {who}, {at}', en: 'Updated by {who}, {at}' },
  'village.undescribed': { id: 'belum diisi', en: 'not filled in yet' },
  'village.empty': { id: 'Profil ini belum diisi.', en: 'This profile is not filled in yet.' },
  'village.fill': { id: 'Isi profil', en: 'Fill in the profile' },
  'village.note': {
    id: 'Isi yang Anda ketahui. Semuanya opsional.',
    en: 'Fill in what you know. All of it is optional.',
  },
  'village.described': { id: 'Profil {village} disimpan.', en: 'The profile of {village} is saved.' },
  'village.none': { id: 'Belum ada wilayah untuk Anda.', en: 'No villages for you yet.' },
} satisfies Record<string, Text>
