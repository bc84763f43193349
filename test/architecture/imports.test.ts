import { featureOf, filesIn, type Import, importsOf, read } from '../support/sources.ts'

const files = filesIn('src', '.ts')
const layerOf = (file: string): string => /\.(routes|commands|queries|pages)\.ts$/.exec(file)?.[1] ?? ''

/** The folders directly below src: who is served, and what serves them all. */
const groups = [
  'access',
  'administration',
  'browser',
  'commanders',
  'everyone',
  'kernel',
  'officers',
  'platform',
  'processes',
  'reports',
  'reviewers',
  'sentences',
]

/** What everything may use, the lowest first; each may use those before it. */
const foundations = ['kernel', 'sentences', 'platform/config', 'access/policy', 'platform']
/** What runs on the phone as well as on the server. */
const sharedWithPhones = [
  'reports/engine/judge.ts',
  'reports/engine/position.ts',
  'officers/envelopes/envelope.ts',
  'kernel/tidy.ts',
  'officers/register/searching.ts',
  'officers/register/sought.ts',
]

/** What each layer of a feature must not use; what it takes only the type of is a shape, not a use. */
const closedTo: Record<string, string[]> = {
  routes: [],
  commands: ['routes', 'pages'],
  pages: ['routes', 'commands', 'queries'],
  queries: ['routes', 'commands', 'pages'],
}

/** Express and Passport are plumbing; besides platform/http and platform/load only these know them. */
const knowHttp = [
  'processes/app.ts',
  'processes/server.ts',
  'access/sessions/session-store.ts',
  'access/sessions/device.ts',
  'access/sessions/sign-in-waits.ts',
  'access/sessions/sign-in.ts',
  'officers/envelopes/intake.http.ts',
]

const offenders = (among: string[], wrong: (file: string, used: Import) => boolean) =>
  among.flatMap((file) =>
    importsOf(file)
      .filter((used) => wrong(file, used))
      .map(({ to }) => `${file} imports ${to}`),
  )

const isBelow = (folder: string, foundation: string) => folder === foundation || folder.startsWith(`${foundation}/`)
const heightOf = (folder: string) => foundations.findIndex((foundation) => isBelow(folder, foundation))

function isForbidden(file: string, { to, isOurs }: Import): boolean {
  const [own, other] = [featureOf(file), featureOf(to)]
  if (!isOurs || own === other) return false
  if (own === 'browser') return !sharedWithPhones.includes(to)
  if (heightOf(own) >= 0) return heightOf(other) < 0 || heightOf(other) > heightOf(own)
  return heightOf(other) < 0 && to !== `${other}/index.ts`
}

/** The first circle that a walk along `uses` finds, as the way around it. */
function circleIn(uses: Map<string, Set<string>>): string[] {
  const done = new Set<string>()
  const walk = (at: string, way: string[]): string[] => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at]
    if (done.has(at)) return []
    for (const next of uses.get(at) ?? []) {
      const circle = walk(next, [...way, at])
      if (circle.length > 0) return circle
    }
    done.add(at)
    return []
  }
  for (const start of uses.keys()) {
    const circle = walk(start, [])
    if (circle.length > 0) return circle
  }
  return []
}

const usesOf = (nameOf: (file: string) => string) => {
  const uses = new Map<string, Set<string>>()
  for (const file of files) {
    const own = uses.get(nameOf(file)) ?? new Set<string>()
    for (const { to, isOurs } of importsOf(file))
      if (isOurs && !to.startsWith('platform/generated/') && nameOf(to) !== nameOf(file)) own.add(nameOf(to))
    uses.set(nameOf(file), own)
  }
  return uses
}

describe('src', () => {
  it('has one folder for each group, and nothing beside them', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual(groups)
  })
})

describe('a file of src', () => {
  it('imports only what lies below it, and of another feature only its front door', () => {
    expect(offenders(files, isForbidden)).toEqual([])
  })

  it('uses only the layers below its own', () => {
    const isUpwards = (file: string, { to, isOurs, isTypeOnly }: Import) =>
      isOurs && !isTypeOnly && (closedTo[layerOf(file)] ?? []).includes(layerOf(to))

    expect(offenders(files, isUpwards)).toEqual([])
  })

  it('is in no circle of imports, those of types included', () => {
    expect(circleIn(usesOf((file) => file))).toEqual([])
  })

  it('belongs to a feature that is in no circle', () => {
    expect(circleIn(usesOf(featureOf))).toEqual([])
  })
})

describe('the database', () => {
  const mayAsk = (file: string) => ['queries', 'commands'].includes(layerOf(file)) || file.startsWith('platform/db/')
  const others = files.filter((file) => !mayAsk(file))
  const question =
    /\b(?:tx|db)\.(?:\$(?:query|execute)Raw|\w+\.(?:find|create|update|upsert|delete|count|aggregate|groupBy))\w*/g

  it('is asked by queries, commands and its own plumbing, and by nobody else', () => {
    const asked = others.flatMap((file) =>
      [...read('src', file).matchAll(question)].map(([what]) => `${file} asks ${what}`),
    )

    expect(asked).toEqual([])
  })

  it('is known to others only by its types', () => {
    const isClient = (to: string) => to.startsWith('platform/generated/')

    expect(offenders(others, (_, { to, isTypeOnly }) => isClient(to) && !isTypeOnly)).toEqual([])
  })
})

describe('HTTP', () => {
  const packages = /^(?:express|express-session|passport|passport-local|helmet|multer|node:http)$/

  it('is known to platform/http and platform/load, and to those who must', () => {
    const others = files.filter((file) => !/^platform\/(?:http|load)\//.test(file) && !knowHttp.includes(file))

    expect(offenders(others, (_, { to }) => packages.test(to))).toEqual([])
  })

  it('of fields is known to routes and validation only', () => {
    const others = files.filter(
      (file) => !/\.routes\.ts$|\.validation\.ts$|-form\.ts$|^platform\/http|engine\/validation/.test(file),
    )

    expect(offenders(others, (_, { to, isTypeOnly }) => to === 'express-validator' && !isTypeOnly)).toEqual([])
  })
})
