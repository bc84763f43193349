import { codeOf, filesIn, read } from '../support/sources.ts'

const files = filesIn('src', '.ts')
/** What is started by itself: it has an environment, a clock and an output of its own. */
const started =
  /^processes\/(?:server|worker|create-admin|confirm-account|rotate-key|verify-audit|backup|load-demo)\.ts$/
const inner = files.filter((file) => !started.test(file))
/** The phone's clock is the one thing there that the server cannot say. */
const phoneClock = 'browser/phone/clock.ts'
const scripts = [...filesIn('scripts', 'js').map((file) => `scripts/${file}`), 'jest.config.js']

const rules: [rule: string, pattern: RegExp, files: string[]][] = [
  ['reads no environment', /\bprocess\.env\b/, inner.filter((file) => file !== 'platform/config/config.ts')],
  [
    'asks no clock of its own',
    /\bnew Date\(\)|\bDate\.now\(\)|\bDate\(\)/,
    inner.filter((file) => ![phoneClock, 'platform/steady-clock.ts'].includes(file)),
  ],
  ['prints nothing', /\bconsole\.|\bprocess\.std(?:out|err)\b/, inner],
  ['ends no process', /\bprocess\.exit\(/, inner],
  ['builds no SQL from text', /\$(?:query|execute)RawUnsafe|\bPrisma\.raw\(/, files],
  ['writes no HTML from a script', /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write/, files],
  ['runs no text as code', /\beval\(|\bnew Function\(/, files],
  ['spreads no literal into another', /\.\.\.\{|\.\.\.\(?\[[^\]]*\](?: as const\))?,?\n/, files],
  ['leaves no compiler fault unseen', /@ts-(?:ignore|nocheck)/, files],
]

const found = (pattern: RegExp, where: string[], text: (file: string) => string) =>
  where.flatMap((file) => {
    const what = pattern.exec(text(file))?.[0]
    return what === undefined ? [] : [`${file}: ${what}`]
  })

describe('a source', () => {
  it.each(rules)('%s', (_, pattern, where) => {
    expect(found(pattern, where, (file) => codeOf(read('src', file)))).toEqual([])
  })

  it('leaves nothing for later', () => {
    expect(found(/\b(?:TODO|FIXME|XXX|HACK)\b/, files, (file) => read('src', file))).toEqual([])
  })
})

describe('what is committed', () => {
  const all = [
    ...files.map((file) => `src/${file}`),
    ...filesIn('test', '.ts').map((file) => `test/${file}`),
    ...filesIn('views', '.ejs').map((file) => `views/${file}`),
    ...scripts,
  ]

  it('knows nothing of one machine', () => {
    expect(found(/(?<![\w.])\/(?:home|root|work|Users)\/\w+/, all, (file) => read('', file))).toEqual([])
  })
})
