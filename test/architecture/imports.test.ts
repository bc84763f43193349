import { filesIn, type Import, importsOf, read } from '../support/sources.ts'

const files = filesIn('src', '.ts')
const homeOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : '')
const layerOf = (file: string): string => /\.(routes|commands|queries|pages)\.ts$/.exec(file)?.[1] ?? ''

/** The folders that are no feature, and what each may see of ours. */
const mayImport: Record<string, string[]> = {
  kernel: [],
  policy: ['kernel/'],
  platform: ['kernel/', 'policy/', 'generated/', 'config.ts'],
  browser: [
    'reports/engine/judge.ts',
    'reports/engine/position.ts',
    'intake/envelope.ts',
    'kernel/tidy.ts',
    'register/searching.ts',
    'register/sought.ts',
  ],
}
const features = [...new Set(files.map(homeOf))].filter((home) => home !== '' && !(home in mayImport))
const foundations = ['kernel/', 'policy/', 'platform/', 'generated/', 'config.ts']
const isFrontDoor = (path: string) => features.some((feature) => path === `${feature}/index.ts`)

/** What each layer of a feature must not use; what it takes only the type of is a shape, not a use. */
const closedTo: Record<string, string[]> = {
  routes: [],
  commands: ['routes', 'pages'],
  pages: ['routes', 'commands', 'queries'],
  queries: ['routes', 'commands', 'pages'],
}

/** Express and Passport are plumbing; besides the door only these know them. */
const knowHttp = [
  'app.ts',
  'server.ts',
  'sessions/session-store.ts',
  'sessions/device.ts',
  'sessions/turns.ts',
  'sessions/sign-in.ts',
  'intake/intake.http.ts',
]

const offenders = (among: string[], wrong: (file: string, used: Import) => boolean) =>
  among.flatMap((file) =>
    importsOf(file)
      .filter((used) => wrong(file, used))
      .map(({ to }) => `${file} imports ${to}`),
  )

function isStranger(file: string, { to, isOurs }: Import): boolean {
  const home = homeOf(file)
  if (!isOurs || home === '' || homeOf(to) === home) return false
  if (file.endsWith('/cli.ts') && to === 'store.ts') return false
  const allowed = mayImport[home] ?? foundations
  return !allowed.some((prefix) => to.startsWith(prefix)) && !(features.includes(home) && isFrontDoor(to))
}

describe('a file of src', () => {
  it('imports only what lies below it, and of another feature only its front door', () => {
    expect(offenders(files, isStranger)).toEqual([])
  })

  it('uses only the layers below its own', () => {
    const isUpwards = (file: string, { to, isOurs, isTypeOnly }: Import) =>
      isOurs && !isTypeOnly && (closedTo[layerOf(file)] ?? []).includes(layerOf(to))

    expect(offenders(files, isUpwards)).toEqual([])
  })

  it('belongs to a feature that no circle leads back to', () => {
    const uses = new Map(
      features.map((feature) => {
        const own = files.filter((file) => homeOf(file) === feature).flatMap(importsOf)
        return [feature, new Set(own.filter(({ isOurs }) => isOurs).map(({ to }) => homeOf(to)))]
      }),
    )
    const circle = (at: string, way: string[]): string[] | undefined => {
      if (way.includes(at)) return [...way.slice(way.indexOf(at)), at]
      const next = [...(uses.get(at) ?? [])].filter((to) => to !== at && features.includes(to))
      return next.map((to) => circle(to, [...way, at])).find((found) => found !== undefined)
    }

    expect(features.map((feature) => circle(feature, [])?.join(' → ')).filter(Boolean)).toEqual([])
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
    expect(offenders(others, (_, { to, isTypeOnly }) => to.startsWith('generated/') && !isTypeOnly)).toEqual([])
  })
})

describe('HTTP', () => {
  const packages = /^(?:express|express-session|passport|passport-local|helmet|multer|node:http)$/

  it('is known to the door, and to those who must', () => {
    const others = files.filter((file) => !file.startsWith('platform/http/') && !knowHttp.includes(file))

    expect(offenders(others, (_, { to }) => packages.test(to))).toEqual([])
  })

  it('of fields is known to routes and checks only', () => {
    const others = files.filter(
      (file) => !/\.routes\.ts$|\.checks\.ts$|-form\.ts$|^platform\/http|engine\/validation/.test(file),
    )

    expect(offenders(others, (_, { to, isTypeOnly }) => to === 'express-validator' && !isTypeOnly)).toEqual([])
  })
})
