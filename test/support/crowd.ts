import { lastNames, men, women } from '../../src/processes/demo/data/names.ts'
import { type Chance, chanceOf } from '../../src/processes/demo/random.ts'

/** Old names of the north coast are built from syllables: Kasinah, Sudirman, Warmadi. */
const beginnings =
  'Kas Kar Dar War Sar Sur Tar Ras Mas Cas Ros Sum Sun Sut Suk Wir Nar Kus Dul Jum Sup Sud Kat Kad Kom Rus Sal Sam Sut Tas Wak Was Yat Mad Mul Mun Mus Nas Par Pon Rad'
const ends =
  'inah iti ino ono iyah adi ija im min man wan mini tini yono nadi tono mono sih jan nata nawi sono diyah kim lani nara nirah roni sari tari wati'
const middles = 'ma mi wa di ra si ti ka na ri ta mu'
const [first, middle, last] = [beginnings.split(' '), middles.split(' '), ends.split(' ')]

/** The name of a head of household, as registers of villages have them: one to three words, now and then a title. */
export function headName(chance: Chance): string {
  if (chance.is(0.2)) return chance.pick(first) + (chance.is(0.6) ? chance.pick(middle) : '') + chance.pick(last)
  const given = chance.pick(chance.is(0.25) ? women : men)
  const second = chance.is(0.3) ? ` ${chance.pick(men)}` : ''
  return `${chance.is(0.06) ? 'H. ' : ''}${given}${second} ${chance.pick(lastNames)}`
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

const edits: ((name: string, at: number, chance: Chance) => string)[] = [
  (name, at, chance) => name.slice(0, at) + chance.pick(letters) + name.slice(at),
  (name, at) => name.slice(0, at) + name.slice(at + 1),
  (name, at, chance) => name.slice(0, at) + chance.pick(letters) + name.slice(at + 1),
  (name, at) => name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
]

/** The name with that many slips of the finger: a letter too many, too few, wrong, or two in the wrong order. */
export function misspelt(name: string, slips: number, chance: Chance): string {
  let text = name.toLowerCase()
  for (let slip = 0; slip < slips; slip += 1) text = chance.pick(edits)(text, chance.whole(0, text.length - 1), chance)
  return text
}

export interface CrowdedHousehold {
  villageCode: string
  rt: number
  rw: number
  name: string
}

/** Households of these villages, the same for the same seed. */
export function crowd(seed: number, villages: readonly string[], count: number): CrowdedHousehold[] {
  const chance = chanceOf(seed, 'crowd')
  return Array.from({ length: count }, (_, index) => ({
    villageCode: villages[index % villages.length]!,
    rw: chance.whole(1, 12),
    rt: chance.whole(1, 8),
    name: headName(chance),
  }))
}
