import { addDays, daysBetween, instantIn, type Period } from '../../kernel/days.ts'
import type { Description } from './after-filing.commands.ts'
import { risks } from './data/aftermath.ts'
import { lastNames, men } from './data/names.ts'
import type { Village } from './organisation.ts'
import { newPhone } from './people.ts'
import { type Chance, chanceOf } from './random.ts'
import type { Officer } from './workdays.ts'

const described = 0.67

const name = (chance: Chance) => `${chance.pick(men)} ${chance.pick(lastNames)}`

/** What an officer knows of their village; one in three is not described yet. */
export function profileOf(officer: Officer, village: Village, seed: number, period: Period): Description | undefined {
  const chance = chanceOf(seed, village.code, 'profile')
  if (!chance.is(described)) return undefined
  const day = addDays(period.from, chance.whole(0, daysBetween(period.from, period.until)))
  const time = `${chance.whole(10, 15)}:${chance.whole(10, 59)}`
  return {
    village: village.code,
    personId: officer.id,
    at: instantIn(officer.timeZone, day, time),
    details: detailsOf(chance),
  }
}

function detailsOf(chance: Chance): Description['details'] {
  const rw = chance.whole(4, 11)
  const rt = rw * chance.whole(3, 5) + chance.whole(0, 3)
  const posts = chance.whole(3, rw + 2)
  const active = chance.whole(1, posts)
  return {
    jumlahRw: rw,
    jumlahRt: rt,
    jumlahKk: rt * chance.whole(28, 60),
    posAktif: active,
    posPasif: posts - active,
    sekolah: chance.whole(2, 9),
    ibadah: chance.whole(4, 18),
    pasar: chance.whole(0, 2),
    kepala: name(chance),
    kepalaHp: newPhone(chance),
    ...(chance.is(0.8) ? { babinsa: `Serda ${name(chance)}`, babinsaHp: newPhone(chance) } : {}),
    ketuaRw: Array.from({ length: Math.min(rw, 4) }, (_, index) => rwLine(chance, index + 1)).join('\n'),
    ...(chance.is(0.85) ? { titikRawan: chance.shuffled(risks).slice(0, chance.whole(1, 3)).join('\n') } : {}),
  }
}

const rwLine = (chance: Chance, rw: number): string =>
  `RW ${String(rw).padStart(3, '0')}: ${name(chance)}, ${newPhone(chance).replace('+62', '0')}`
