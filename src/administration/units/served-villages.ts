import type { Say } from '../../sentences/say.ts'
import { villageTitle } from './village.ts'

const named = 5

/** `Kel. Drajat (Polsek Kesambi), Kel. Sunyaragi (Polsek Kesambi)`; the first five, and how many more. */
export function servedInWords(villages: { code: string; name: string; holder: string | null }[], t: Say): string {
  const words = villages.slice(0, named).map((village) => `${villageTitle(village)} (${village.holder})`)
  const list = words.join(', ')
  return villages.length > named ? t('unit.andMore', { list, count: villages.length - named }) : list
}
