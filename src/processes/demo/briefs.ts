import { villageTitle } from '../../administration/units/index.ts'
import { instantIn } from '../../kernel/days.ts'
import { columnsOf } from '../../reports/record/index.ts'
import type { Completion } from './briefs.commands.ts'
import { briefLines } from './data/briefs.ts'
import { isLongAgo, type PlannedReport, type World } from './plan.ts'
import { chanceOf } from './random.ts'

/** How a report began that was first sent as one line. */
export interface Brief {
  line: string
  writtenAt: Date
  arrivedAt: Date
  /** Whether its detail never came. */
  isForgotten: boolean
}

const begunBriefly = 0.06
const forgotten = 0.12
const minute = 60_000

/** Some reports begin as a line from the spot; what is written down soon after anyway, or names a source, does not. */
export function briefOf(report: PlannedReport, world: World): Brief | undefined {
  const { id, officer, answers, type, villageCode } = report
  const chance = chanceOf(world.seed, id, 'brief')
  const isSimple = report.pictures.length === 1 && !Object.values(type.fields).some(({ confidential }) => confidential)
  if (!chance.is(begunBriefly) || !isSimple) return undefined
  const happened = instantIn(officer.timeZone, String(answers.tanggal), String(answers.pukul)).getTime()
  const writtenAt = new Date(happened + chance.whole(8, 40) * minute)
  if (report.writtenAt.getTime() < writtenAt.getTime() + 30 * minute) return undefined
  const village = officer.villages.find(({ code }) => code === villageCode)!
  const line = chance.pick(briefLines).replace('{jenis}', type.title.id).replace('{desa}', villageTitle(village))
  const arrivedAt = new Date(writtenAt.getTime() + chance.whole(2_000, 60_000))
  return { line, writtenAt, arrivedAt, isForgotten: chance.is(forgotten) && !isLongAgo(world, String(answers.tanggal)) }
}

/** The detail, as the completion puts it in the place of the line; the deadline stays that of the line. */
export function completionOf({ id, officer, type, answers, villageCode, arrivedAt }: PlannedReport): Completion {
  return { ...columnsOf(type, answers, officer.timeZone), id, authorId: officer.id, villageCode, at: arrivedAt }
}
