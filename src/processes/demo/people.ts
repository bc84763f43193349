import type { Role } from '../../access/policy/actor.ts'
import { villageTitle } from '../../administration/units/index.ts'
import { type CastMember, cast } from './cast.ts'
import { lastNames, men, women } from './data/names.ts'
import type { PolresPlan, PolsekPlan, Village } from './organisation.ts'
import { type Chance, chanceOf, idOf } from './random.ts'

export interface PlannedPerson {
  id: string
  nrp: string
  name: string
  pangkat: string
  position: string
  role: Role
  unitPath: string
  phone: string
  /** Empty for all but Bhabinkamtibmas. */
  villages: readonly Village[]
  isSuspended: boolean
}

export interface Staffing {
  plan: PolresPlan
  seed: number
  /** NRP and names already given; a person takes from it and adds to it. */
  taken: Set<string>
}

const doubled = 2
const vacant = 3

/** Everybody who serves in the polres: its staff, and for each polsek a Kapolsek, a Kanit and the Bhabinkamtibmas. */
export function peopleOf(staffing: Staffing): PlannedPerson[] {
  const { plan, seed } = staffing
  const chance = chanceOf(seed, plan.path, 'people')
  const known = plan.ordinal === 1 ? Object.values<CastMember>(cast) : []
  for (const { nrp, name } of known) staffing.taken.add(nrp).add(name)
  const posts = [...staffPosts(plan), ...plan.polsek.flatMap(polsekPosts), ...beats(plan, chance)]
  const people = posts.map((post) => fill(post, known.find(isFor(post, plan)), chance, staffing))
  const suspended = people.findIndex(
    (one) => one.role === 'bhabinkamtibmas' && !known.some(({ nrp }) => nrp === one.nrp),
  )
  return people.map((one, index) => ({ ...one, isSuspended: index === suspended }))
}

interface Post {
  role: Role
  position: string
  unitPath: string
  villages: readonly Village[]
}

const staffPosts = ({ name, path }: PolresPlan): Post[] =>
  (
    [
      ['kapolres', name.replace('Polres', 'Kapolres')],
      ['kasat', 'Kasat Binmas'],
      ['kbo', 'KBO Sat Binmas'],
      ['admin', 'Bamin Sat Binmas'],
    ] as const
  ).map(([role, position]) => ({ role, position, unitPath: path, villages: [] }))

const polsekPosts = ({ name, path }: PolsekPlan): Post[] => [
  { role: 'kapolsek', position: name.replace('Polsek', 'Kapolsek'), unitPath: path, villages: [] },
  { role: 'kanit', position: `Kanit Binmas ${name}`, unitPath: path, villages: [] },
]

const playsIn = (code: string): boolean => Object.values<CastMember>(cast).some(({ village }) => village === code)

/** One officer a village, but for a few who serve two, and a few villages that nobody serves. */
function beats(plan: PolresPlan, chance: Chance): Post[] {
  const free = plan.polsek.flatMap(({ villages }) => villages).filter(({ code }) => !playsIn(code))
  const empty = new Set(
    chance
      .shuffled(free)
      .slice(0, vacant)
      .map(({ code }) => code),
  )
  const all = plan.polsek.flatMap(({ path, villages }) =>
    inPairs(
      path,
      villages.filter(({ code }) => !empty.has(code)),
    ),
  )
  const merged = new Set(
    chance
      .shuffled(all.filter(({ first, second }) => second && !playsIn(first.code) && !playsIn(second.code)))
      .slice(0, doubled)
      .map(({ first }) => first.code),
  )
  return all.flatMap(({ path, first, second }) => {
    if (second && merged.has(first.code)) return [beat(path, [first, second])]
    return [first, second].filter((one) => one !== undefined).map((one) => beat(path, [one]))
  })
}

const inPairs = (path: string, villages: readonly Village[]) =>
  villages.flatMap((first, index) => (index % 2 === 0 ? [{ path, first, second: villages[index + 1] }] : []))

const beat = (unitPath: string, villages: Village[]): Post => ({
  role: 'bhabinkamtibmas',
  unitPath,
  villages,
  position: `Bhabinkamtibmas ${villages.map(villageTitle).join(' dan ')}`,
})

const isFor = (post: Post, plan: PolresPlan) => (member: CastMember) =>
  member.role === post.role &&
  post.unitPath === `${plan.path}${member.polsek === '' ? '' : `${member.polsek}/`}` &&
  (member.village === '' || post.villages.some(({ code }) => code === member.village))

const ranks: Record<Role, readonly string[]> = {
  bhabinkamtibmas: ['Brigpol', 'Bripka', 'Bripka', 'Aipda', 'Aipda', 'Aiptu'],
  kanit: ['Aiptu', 'Ipda'],
  kapolsek: ['AKP', 'Iptu', 'Kompol'],
  kbo: ['Iptu'],
  kasat: ['AKP'],
  kapolres: ['AKBP'],
  admin: ['Aiptu', 'Bripka'],
}

function fill(
  post: Post,
  member: CastMember | undefined,
  chance: Chance,
  { seed, taken, plan }: Staffing,
): PlannedPerson {
  const pangkat = member?.pangkat ?? chance.pick(ranks[post.role])
  const nrp = member?.nrp ?? untaken(taken, () => newNrp(chance, pangkat))
  const name = member?.name ?? untaken(taken, () => newName(chance), `${plan.path} `)
  const { role, position, unitPath, villages } = post
  return {
    id: idOf(seed, 'person', nrp),
    nrp,
    name,
    pangkat,
    role,
    position,
    unitPath,
    villages,
    phone: newPhone(chance),
    isSuspended: false,
  }
}

/** Names are told apart within a polres, numbers everywhere. */
function untaken(taken: Set<string>, make: () => string, where = ''): string {
  for (;;) {
    const one = make()
    if (taken.has(where + one) || taken.has(one)) continue
    taken.add(where + one)
    return one
  }
}

const olderRanks = ['Aiptu', 'Ipda', 'Iptu', 'AKP', 'Kompol', 'AKBP']

/** Year and month of birth, then a number of its own. */
function newNrp(chance: Chance, pangkat: string): string {
  const year = olderRanks.includes(pangkat) ? chance.whole(75, 86) : chance.whole(82, 96)
  return `${year}${String(chance.whole(1, 12)).padStart(2, '0')}${String(chance.whole(1, 1299)).padStart(4, '0')}`
}

const newName = (chance: Chance): string => `${chance.pick(chance.is(0.14) ? women : men)} ${chance.pick(lastNames)}`

/** A block of numbers that belongs to nobody. */
export const newPhone = (chance: Chance): string => `+628120000${String(chance.whole(0, 9999)).padStart(4, '0')}`
