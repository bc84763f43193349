import { randomUUID } from 'node:crypto'
import type { ReportState } from '../../src/access/policy/policy.ts'
import { addDays, type Day, dateOf, instantIn } from '../../src/kernel/days.ts'
import type { Prisma } from '../../src/platform/generated/prisma/client.ts'
import type { Player } from './cast.ts'
import { store } from './store.ts'

const zone = 'Asia/Jakarta'
let number = 0

interface Making {
  type?: string
  state?: ReportState
  on?: Day
  late?: boolean
  answers?: Prisma.InputJsonObject
}

/** A report as it lies in the table; the tally is kept by the database itself. */
export const reportRow = (
  author: Player,
  { type = 'penyuluhan', state = 'submitted', on = '2026-11-24', late, answers }: Making,
) => {
  number += 1
  const at = instantIn(zone, on, '09:00')
  return {
    id: randomUUID(),
    number: `TES/${number}`,
    checkCode: '7F3A19',
    typeKey: type,
    typeVersion: 1,
    state,
    authorId: author.id,
    unitPath: author.unitPath,
    villageCode: author.villages![0]!,
    occurredOn: dateOf(on),
    occurredAt: at,
    arrivedAt: at,
    writtenAt: late ? instantIn(zone, addDays(on, 3), '09:00') : at,
    dueAt: instantIn(zone, addDays(on, 1), '23:59:59'),
    answers: answers ?? answersOf(on),
    sums: { jumlahPeserta: 25 },
    digest: 'tes',
  }
}

const answersOf = (on: Day) => ({
  tanggal: on,
  pukul: '09:00',
  tema: 'narkoba',
  tempat: 'Balai RW 07',
  jumlahPeserta: 25,
})

/** So many of them of one kind. */
export const filedRows = (author: Player, count: number, making: Making = {}) =>
  store.db.report.createMany({ data: Array.from({ length: count }, () => reportRow(author, making)) })

/** One table of the page. */
export const tableIn = (html: string, at = 0) =>
  /^[\s\S]*?<\/table>/.exec(html.split('<table').slice(1)[at] ?? '')?.[0] ?? ''

/** The numbers of the first table that lead to a list: where, and how many. */
export const linksIn = (html: string) =>
  [...tableIn(html).matchAll(/<a href="(\/laporan\?[^"]+)">([\d.]+)</g)].map(([, href, count]) => ({
    href: href!.replaceAll('&amp;', '&'),
    count: count!.replace('.', ''),
  }))

/** The rows of the first table as words and numbers: what a screen reader says of them. */
export const rowsIn = (html: string) =>
  [...tableIn(html).matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) =>
      cell!
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  )

/** The same by the heads of the columns, so that another type of report is no other table. */
export function figuresIn(html: string): Record<string, string>[] {
  const [head, ...rows] = rowsIn(html)
  return rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [head![index]!, cell])))
}
