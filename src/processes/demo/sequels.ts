import { addDays } from '../../kernel/days.ts'
import { quarrels } from './data/acts.ts'
import { twiceNotes } from './data/aftermath.ts'
import { since } from './data/returns.ts'
import { fateOf, nextSitting } from './fate.ts'
import { isLongAgo, type PlannedReport, type World } from './plan.ts'
import { chanceOf, idOf } from './random.ts'
import { timesOf } from './workdays.ts'

const twice = 0.006
const told = 0.06

/** What one report draws after it: the same sent twice, or how the matter went on. */
export const sequelsOf = (report: PlannedReport, world: World): PlannedReport[] => [
  ...(chanceOf(world.seed, report.id, 'twice').is(twice) ? [again(report, world)] : []),
  ...further(report, world),
]

/** The same once more, some minutes later: what a weak signal and a second tap make. Mostly the first one stands for it. */
function again(report: PlannedReport, world: World): PlannedReport {
  const chance = chanceOf(world.seed, report.id, 'again')
  const wait = chance.whole(3, 25) * 60_000
  const [writtenAt, arrivedAt] = [
    new Date(report.writtenAt.getTime() + wait),
    new Date(report.arrivedAt.getTime() + wait),
  ]
  const { officer, type, answers } = report
  const isDouble = !report.fate.cancelled && chance.is(0.8)
  const duplicate = {
    at: nextSitting(arrivedAt, officer.timeZone, chance),
    original: report.id,
    note: chance.pick(twiceNotes),
  }
  const judged = { officer, typeKey: type.key, answers, arrivedAt, chance }
  const fate = isDouble ? { duplicate } : fateOf({ ...judged, isLongAgo: isLongAgo(world, String(answers.tanggal)) })
  return { ...report, id: idOf(world.seed, 'again', report.id), writtenAt, arrivedAt, fate }
}

/** A dispute that was not settled comes back a day or two later, and some of what was heard is heard again. */
function further(report: PlannedReport, world: World): PlannedReport[] {
  const { id, type, officer, answers } = report
  const chance = chanceOf(world.seed, id, 'further')
  const isOpen = answers.hasil === 'belumSelesai' && chance.is(0.8)
  const isHeardAgain = type.key === 'laporan-informasi' && chance.is(told)
  const day = addDays(String(answers.tanggal), chance.whole(1, 2))
  if (!(isOpen || isHeardAgain) || day > officer.until) return []
  const times = timesOf(officer, day, chance)
  if (times.writtenAt <= report.arrivedAt) return []
  const news = isOpen ? settled(report) : { fakta: `${answers.fakta} ${chance.pick(since)}`, diperolehPada: day }
  const next = {
    ...answers,
    ...news,
    ...settledFollowUp,
    tanggal: day,
    pukul: times.time,
  }
  const { writtenAt, arrivedAt } = times
  const fate = fateOf({
    officer,
    typeKey: type.key,
    answers: next,
    arrivedAt,
    chance,
    isLongAgo: isLongAgo(world, day),
  })
  const pictures = isOpen ? [...report.pictures, report.otherPicture].slice(0, 2) : report.pictures
  const shown = { pictures, otherPicture: world.pictures.houses[0]! }
  return [
    {
      ...report,
      ...shown,
      id: idOf(world.seed, 'further', id),
      answers: next,
      writtenAt,
      arrivedAt,
      fate,
      follows: id,
    },
  ]
}

const settledFollowUp = { tindakLanjut: 'tidak', tindakLanjutOleh: null, tindakLanjutBatas: null }

const settled = ({ answers }: PlannedReport) => ({
  hasil: 'damaiTertulis',
  langkah: `${answers.langkah} Pada pertemuan kedua semua pihak hadir dan menyepakati butir di bawah.`,
  butirKesepakatan: quarrels.find(({ perkara }) => perkara === answers.perkara)!.butir.map((isi) => ({ isi })),
})
