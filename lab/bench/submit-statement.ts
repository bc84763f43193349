import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/platform/db/connect.ts'
import type { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { usualTimes } from '../../src/reports/deadlines/due.ts'
import { readAnswers } from '../../src/reports/engine/wire.ts'
import { fileReports } from '../../src/reports/record/filing.commands.ts'
import { type Filing } from '../../src/reports/record/filing-model.ts'
import { filingOf } from '../../src/reports/record/report-row.ts'
import { findReportType } from '../../src/reports/registry/registry.ts'
import type { StatementLoad } from './submit-load.ts'
import { anyDay, type Officer, talkOf, type World } from './submit-world.ts'

function filing(officer: Officer, { today }: World, now: Date): Filing {
  const type = findReportType('penyuluhan')!
  const answers = readAnswers(type, talkOf(officer, today, anyDay(today)))
  const author = { id: officer.id, unitPath: officer.unitPath, timeZone: 'Asia/Jakarta' }
  return filingOf({
    id: randomUUID(),
    type,
    author,
    answers,
    villageCode: officer.village,
    photos: [],
    times: usualTimes,
    writtenAt: now,
    arrivedAt: now,
    requestId: 'BENCH',
  })
}

/** The statement that files, as it goes to PostgreSQL. */
async function asSent(one: Filing): Promise<Prisma.Sql> {
  let sent: Prisma.Sql | undefined
  const listening = {
    $queryRaw: async (sql: Prisma.Sql) => {
      sent = sql
      return []
    },
  }
  await fileReports(listening as unknown as Db, [one])
  return sent!
}

/** What the application files with, one report at a time, so many of them. */
export async function statementLoad(
  about: Pick<StatementLoad, 'url' | 'connections' | 'ms'>,
  world: World,
  count: number,
): Promise<StatementLoad> {
  const { officers } = world
  const now = new Date()
  const values: unknown[][] = []
  let text = ''
  for (let at = 0; at < count; at += 1) {
    const sql = await asSent(filing(officers[at % officers.length]!, world, now))
    text = sql.text
    values.push([...sql.values])
  }
  return { kind: 'statement', ...about, text, values }
}
