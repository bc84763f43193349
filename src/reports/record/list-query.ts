import type { ReportState } from '../../access/policy/policy.ts'
import { type Day, isDay } from '../../kernel/days.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { findReportType } from '../registry/index.ts'
import { countedStates } from '../states/index.ts'
import type { After, ReportFilter } from './report-filter.ts'

/** The states behind each word of the filter; returned and recalled ones are not yet verified, for they will come again. */
const statesOf = {
  'perlu-tindakan': ['returned', 'brief', 'recalled'],
  'belum-terverifikasi': ['brief', 'submitted', 'checked', 'recalled', 'returned'],
  menunggu: ['submitted', 'checked'],
  kilat: ['brief'],
  terkirim: ['submitted'],
  diperiksa: ['checked'],
  dikembalikan: ['returned'],
  ditarik: ['recalled'],
  terverifikasi: ['verified'],
  'tanpa-dibaca': ['accepted'],
  duplikat: ['duplicate'],
  dibatalkan: ['cancelled'],
  'menunggu-pengakuan': ['unacknowledged'],
  'tidak-diakui': ['disowned'],
  dihitung: countedStates,
} as const satisfies Record<string, readonly ReportState[]>

export type StateWord = keyof typeof statesOf

export const stateWords = Object.keys(statesOf) as StateWord[]

const timings = { terlambat: 'late', 'lama-terkirim': 'delayed' } as const

export type TimingWord = keyof typeof timings

export const timingWords = Object.keys(timings) as TimingWord[]

/** The address of a list, read: unknown words are as if they were not there. */
export interface ListQuery {
  jenis: string
  keadaan: StateWord | ''
  satuan: string
  petugas: string
  tanda: string
  waktu: TimingWord | ''
  dari: Day | ''
  sampai: Day | ''
}

export function readListQuery(query: Record<string, unknown>): ListQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const day = (name: string) => (isDay(word(name)) ? word(name) : '')
  return {
    jenis: findReportType(word('jenis')) ? word('jenis') : '',
    keadaan: stateWords.find((one) => one === word('keadaan')) ?? '',
    satuan: /^\/([a-z0-9-]+\/)+$/.test(word('satuan')) ? word('satuan') : '',
    petugas: isUuid(word('petugas')) ? word('petugas') : '',
    tanda: /^[a-z-]{2,20}$/.test(word('tanda')) ? word('tanda') : '',
    waktu: timingWords.find((one) => one === word('waktu')) ?? '',
    dari: day('dari'),
    sampai: day('sampai'),
  }
}

export const filterOf = ({ jenis, keadaan, satuan, petugas, tanda, waktu, dari, sampai }: ListQuery): ReportFilter => ({
  ...(jenis ? { type: jenis } : {}),
  ...(keadaan ? { states: [...statesOf[keadaan]] } : {}),
  ...(satuan ? { unitPath: satuan } : {}),
  ...(petugas ? { authorId: petugas } : {}),
  ...(tanda ? { mark: tanda } : {}),
  ...(waktu ? { timing: timings[waktu] } : {}),
  ...(dari ? { from: dari } : {}),
  ...(sampai ? { until: sampai } : {}),
})

/** How many of these there are under a word; under none of them, all. */
export const countOf = (counts: ReadonlyMap<ReportState, number>, word: StateWord | ''): number =>
  [...counts].reduce(
    (sum, [state, count]) =>
      word === '' || (statesOf[word] as readonly ReportState[]).includes(state) ? sum + count : sum,
    0,
  )

/** `2026-11-24_<id>`: the last row of the page before. */
export function readAfter(value: unknown): After | undefined {
  const [on = '', id = ''] = typeof value === 'string' ? value.split('_') : []
  return isDay(on) && isUuid(id) ? { on, id } : undefined
}

export const wordAfter = (after: After | undefined) => (after ? `${after.on}_${after.id}` : '')

/** The address of the list as one word, for a report that is opened from it; nothing where nothing is asked for. */
export const listWord = (query: ListQuery, after: After | undefined): string =>
  String(
    new URLSearchParams(Object.entries({ ...query, setelah: wordAfter(after) }).filter(([, value]) => value !== '')),
  )

/** The list that a report was opened from; of a word that is none of ours, all reports. */
export function listOfWord(word: unknown): string {
  const asked = Object.fromEntries(new URLSearchParams(typeof word === 'string' ? word : ''))
  return paths.reports({ ...readListQuery(asked), setelah: wordAfter(readAfter(asked.setelah)) })
}
