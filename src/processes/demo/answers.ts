import { addDays, type Day } from '../../kernel/days.ts'
import { type Answers, askedFields, type ReportType, unknownKey } from '../../reports/engine/index.ts'
import { additions, otherAdditions, since } from './data/returns.ts'
import { material, questions, venues } from './data/talks.ts'
import { advice, followers, type Opinion, opinions, relations } from './data/visits.ts'
import type { PlannedEntry } from './entries.ts'
import type { Chance } from './random.ts'

/** What an officer has before the eyes while writing. */
export interface Scene {
  chance: Chance
  /** The day of the activity, the time as `09:42`, and the day on which it is written down. */
  day: Day
  time: string
  writtenOn: Day
  /** `Kel. Sunyaragi` */
  village: string
  villageCode: string
  /** Latitude and longitude around which the village lies. */
  centre: readonly [number, number]
}

export const filled = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]).padStart(key === 'desa' ? 0 : 2, '0'))

/** Every asked field is there; what was not given is null. */
export const whole = (type: ReportType, given: Answers): Answers =>
  Object.fromEntries(askedFields(type).map(([key]) => [key, given[key] ?? null]))

/** An answer, or half the time why there is none. */
export const orUnknown = (key: string, value: unknown, chance: Chance): Answers => ({
  [key]: value,
  [unknownKey(key)]:
    value === null && chance.is(0.5) ? chance.pick(['tidakRelevan', 'tidakRelevan', 'tidakDiketahui']) : null,
})

export function visitAnswers(type: ReportType, scene: Scene, household: PlannedEntry): Answers {
  const { chance, day, time } = scene
  const { rt, rw } = household
  const receiver = chance.pick(['kepala', 'kepala', 'kepala', 'pasangan', 'pasangan', 'anggota', 'lain'])
  return whole(type, {
    tanggal: day,
    pukul: time,
    keluarga: household.id,
    penerima: receiver,
    namaPenerima: receiver === 'lain' ? `${household.name.split(' ').at(-1)}, ${chance.pick(relations)}` : null,
    pendapat: heard(chance, rt, rw),
    imbauan: chance.shuffled(advice).slice(0, chance.whole(2, 3)).join(' '),
    ...proof(scene, rw),
  })
}

export function heard(chance: Chance, rt: number, rw: number): Opinion[] | null {
  if (chance.is(0.2)) return null
  const count = chance.is(0.75) ? 1 : chance.whole(2, 3)
  const some = chance.shuffled(opinions).slice(0, count)
  return some.map((one) => ({ ...one, uraian: filled(one.uraian, { rt, rw }) }))
}

export function talkAnswers(type: ReportType, scene: Scene): Answers {
  const { chance, day, time, village, villageCode } = scene
  const venue = chance.pick(venues)
  const topic = chance.pick(Object.keys(material))
  const rw = chance.whole(1, 9)
  return whole(type, {
    tanggal: day,
    pukul: time,
    wilayah: villageCode,
    ...orUnknown('rw', venue.tempat.includes('{rw}') || chance.is(0.7) ? rw : null, chance),
    ...orUnknown('rt', chance.is(0.6) ? chance.whole(1, 6) : null, chance),
    tempat: filled(venue.tempat, { rw, desa: village }),
    tema: topic,
    sasaran: venue.sasaran,
    jumlahPeserta: chance.whole(...venue.jumlah),
    materi: chance.pick(material[topic]!),
    ...orUnknown('pertanyaan', chance.is(0.75) ? chance.pick(questions) : null, chance),
    ...proof(scene, rw),
  })
}

export function proof(scene: Scene, rw: number): Answers {
  const { chance, writtenOn, village } = scene
  const position = chance.is(0.85) ? near(scene) : null
  const follow = chance.is(0.18)
  return {
    posisi: position,
    posisiAlasan: position === null ? chance.pick(['gedung', 'gedung', 'hp', 'lain']) : null,
    tindakLanjut: follow ? 'ya' : 'tidak',
    tindakLanjutOleh: follow ? filled(chance.pick(followers), { rw, desa: village }) : null,
    tindakLanjutBatas: follow ? addDays(writtenOn, chance.whole(2, 21)) : null,
  }
}

/** Mostly within some hundred metres of the village's middle, as a phone finds it; a few are sent from elsewhere. */
function near({ chance, centre: [latitude, longitude] }: Scene): string {
  const away = chance.is(0.008) ? 0.03 + chance.next() * 0.04 : 0
  const about = (degrees: number) => (degrees + away + (chance.next() - 0.5) * 0.009).toFixed(6)
  const accuracy = chance.is(0.03) ? chance.whole(110, 900) : chance.whole(4, 38)
  return `${about(latitude)},${about(longitude)},${accuracy}`
}

const receivers = ['kepala', 'pasangan', 'anggota']

/** The answers after a correction of that field; photos are no answers. */
export function corrected(answers: Answers, field: string, chance: Chance): Answers {
  const value = answers[field]
  if (field === 'jumlahPeserta') return { ...answers, [field]: Math.max(1, Math.round(Number(value) * 0.8) - 1) }
  if (field === 'penerima') {
    const other = chance.pick(receivers.filter((one) => one !== value))
    return { ...answers, [field]: other, namaPenerima: null }
  }
  if (Array.isArray(value)) {
    const items = (value as Answers[]).map((item) => ({ ...item, uraian: `${item.uraian} ${chance.pick(since)}` }))
    return { ...answers, [field]: items }
  }
  if (typeof value !== 'string') return answers
  const added = chance.pick(answers.keluarga ? additions : otherAdditions)
  return { ...answers, [field]: `${value} ${added}` }
}
