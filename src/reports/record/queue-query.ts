import { isUuid } from '../../kernel/ids.ts'
import { findReportType } from '../registry/index.ts'

/** The parts of the queue: what is to be read, what the sample leaves over, and what the polsek has still to read. */
export const queueParts = ['', 'sisa', 'polsek'] as const

/** The address of the queue, read: unknown words are as if they were not there. */
export interface QueueQuery {
  jenis: string
  satuan: string
  petugas: string
  tanda: '' | 'ada' | 'tanpa'
  bagian: (typeof queueParts)[number]
}

export function readQueueQuery(query: Record<string, unknown>): QueueQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  return {
    jenis: findReportType(word('jenis')) ? word('jenis') : '',
    satuan: /^\/([a-z0-9-]+\/)+$/.test(word('satuan')) ? word('satuan') : '',
    petugas: isUuid(word('petugas')) ? word('petugas') : '',
    tanda: (['ada', 'tanpa'] as const).find((one) => one === word('tanda')) ?? '',
    bagian: queueParts.find((one) => one === word('bagian')) ?? '',
  }
}

/** The queue's address as one word, for a report that is read in it; `semua` where nothing is filtered. */
export const queueWord = (query: QueueQuery): string => {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0 ? 'semua' : String(new URLSearchParams(given))
}

/** The same word read again; nothing where a report is read by itself. */
export const readQueueWord = (word: unknown): QueueQuery | undefined =>
  typeof word === 'string' && word !== '' ? readQueueQuery(Object.fromEntries(new URLSearchParams(word))) : undefined
