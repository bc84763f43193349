import { beforeAll, describe, expect, it } from '@jest/globals'
import { nameFault } from '../../src/administration/accounts/name.ts'
import { nrpFault } from '../../src/administration/accounts/nrp.ts'
import { pangkatList } from '../../src/administration/accounts/pangkat.ts'
import { type OfficialArea, officialList } from '../../src/administration/areas/official-list.ts'
import { cast } from '../../src/processes/demo/cast.ts'
import { householdsOf } from '../../src/processes/demo/entries.ts'
import {
  isLargeEnough,
  type PolresPlan,
  planCirebonKota,
  planCopy,
  type Village,
} from '../../src/processes/demo/organisation.ts'
import { type PlannedPerson, peopleOf } from '../../src/processes/demo/people.ts'

const seed = 20_261_124

let list: OfficialArea[]
let children: Map<string, Village[]>
const below = (code: string): Village[] => children.get(code) ?? []

beforeAll(async () => {
  list = await officialList()
  children = new Map()
  for (const area of list) {
    const parent = area.code.replace(/\.?\d+$/, '')
    children.set(parent, [...(children.get(parent) ?? []), area])
  }
})

describe('the official list', () => {
  it('has every level of the country, parents first', () => {
    const levels = list.map(({ code }) => code.split('.').length)
    expect(levels.every((level, index) => index === 0 || levels[index - 1]! <= level)).toBe(true)
    for (const [level, least] of [
      [1, 38],
      [2, 514],
      [3, 7_000],
      [4, 83_000],
    ] as const)
      expect(levels.filter((one) => one === level).length).toBeGreaterThanOrEqual(least)
  })

  it('names no area twice and none without its parent', () => {
    const codes = new Set(list.map(({ code }) => code))
    expect(codes.size).toBe(list.length)
    expect(list.filter(({ code }) => code.length > 2 && !codes.has(code.replace(/\.\d+$/, '')))).toEqual([])
  })

  it('writes names as people do', () => {
    const nameOf = (code: string) => list.find((one) => one.code === code)?.name
    expect(['32', '32.74', '31', '35.13.15.2017'].map(nameOf)).toEqual([
      'Jawa Barat',
      'Kota Cirebon',
      'DKI Jakarta',
      "Soka'an",
    ])
  })
})

describe('Polres Cirebon Kota', () => {
  let plan: PolresPlan
  let people: PlannedPerson[]

  beforeAll(() => {
    plan = planCirebonKota(below)
    people = peopleOf({ plan, seed, taken: new Set() })
  })

  const officers = () => people.filter(({ role }) => role === 'bhabinkamtibmas')

  it('has eight polsek, and each village answers to one of them', () => {
    const villages = plan.polsek.flatMap((polsek) => polsek.villages.map(({ code }) => code))
    expect(plan.polsek).toHaveLength(8)
    expect(new Set(villages).size).toBe(villages.length)
    expect(villages).toHaveLength(75)
  })

  it('has about one officer a village: a few serve two, three villages are served by nobody', () => {
    const served = officers().flatMap(({ villages }) => villages.map(({ code }) => code))
    expect(new Set(served).size).toBe(72)
    expect(officers()).toHaveLength(70)
    expect(officers().filter(({ villages }) => villages.length === 2)).toHaveLength(2)
    expect(officers().filter(({ isSuspended }) => isSuspended)).toHaveLength(1)
  })

  it('has a Kanit and a Kapolsek for each polsek', () => {
    for (const { path } of plan.polsek)
      expect(
        people
          .filter(({ unitPath, role }) => unitPath === path && role !== 'bhabinkamtibmas')
          .map(({ role }) => role)
          .sort(),
      ).toEqual(['kanit', 'kapolsek'])
  })

  it.each(Object.values(cast))('has $name where the handbook says', ({ nrp, name, role, position, polsek }) => {
    const unitPath = `${plan.path}${polsek === '' ? '' : `${polsek}/`}`
    expect(people.find((one) => one.nrp === nrp)).toMatchObject({ name, role, position, unitPath, isSuspended: false })
  })

  it('has people whom the personnel page would take', () => {
    for (const { nrp, name, pangkat, phone } of people) {
      expect([nrp, nrpFault(nrp, '2026-11-24')]).toEqual([nrp, undefined])
      expect([name, nameFault(name)]).toEqual([name, undefined])
      expect(pangkatList).toContain(pangkat)
      expect(phone).toMatch(/^\+628120000\d{4}$/)
    }
    expect(new Set(people.map(({ nrp }) => nrp)).size).toBe(people.length)
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  })

  it('is the same organisation whenever it is made from the same number', () => {
    expect(peopleOf({ plan, seed, taken: new Set() })).toEqual(people)
    expect(peopleOf({ plan, seed: 1, taken: new Set() })).not.toEqual(people)
  })

  it('has a register of 12 to 25 households in each village', () => {
    for (const village of plan.polsek.flatMap(({ villages }) => villages)) {
      const households = householdsOf({ seed, village, keeper: people[0]!.id, from: '2026-08-27' })
      expect(households.length).toBeGreaterThanOrEqual(12)
      expect(households.length).toBeLessThanOrEqual(25)
      expect(households.filter(({ name }) => nameFault(name) !== undefined)).toEqual([])
      expect(households.every(({ createdAt }) => createdAt < new Date('2026-08-27T07:00:00+07:00'))).toBe(true)
    }
  })
})

describe('a copy of the polres', () => {
  it('has its size, its own villages and nobody of the first', () => {
    const regency = { province: { code: '32', name: 'Jawa Barat' }, districts: below('32.01') }
    expect(isLargeEnough(regency, below)).toBe(true)
    const taken = new Set<string>()
    const first = peopleOf({ plan: planCirebonKota(below), seed, taken })

    const plan = planCopy(2, regency, below)
    const people = peopleOf({ plan, seed, taken })

    expect(plan).toMatchObject({ name: 'Polres Contoh 2', path: '/jabar/contoh-2/', timeZone: 'Asia/Jakarta' })
    expect(plan.polsek.flatMap(({ villages }) => villages)).toHaveLength(80)
    const nrps = new Set(first.map(({ nrp }) => nrp))
    expect(people.filter(({ nrp }) => nrps.has(nrp))).toEqual([])
  })

  it('keeps the time of its province', () => {
    const regency = { province: { code: '81', name: 'Maluku' }, districts: below('32.01') }
    expect(planCopy(3, regency, below)).toMatchObject({ timeZone: 'Asia/Jayapura', path: '/maluku/contoh-3/' })
  })
})
