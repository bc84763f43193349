import { readdirSync, readFileSync } from 'node:fs'
import doiuse from 'doiuse'
import postcss from 'postcss'
import { root } from '../../src/platform/config/config.ts'

const { browserslist: browsers } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { browserslist: string[] }
const folder = new URL('../../public/assets/', import.meta.url)
const names: string[] = Object.values(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')))
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** What scripts of newer browsers use, and the first browser of the three engines that has it. */
const newer: Record<string, { pattern: RegExp; example: string }> = {
  structuredClone: { pattern: /\bstructuredClone\b/, example: 'structuredClone(a)' }, // Chrome 98
  'Array.findLast': { pattern: /\.findLast(?:Index)?\(/, example: 'a.findLast(b)' }, // Chrome 97
  'Array by copy': {
    pattern: /\.(?:toSorted|toReversed|toSpliced)\(|\.with\(\d/,
    example: 'a.toSorted()',
  }, // Chrome 110
  'Object.groupBy': { pattern: /\b(?:Object|Map)\.groupBy\(/, example: 'Object.groupBy(a, b)' }, // Chrome 117
  'Array.fromAsync': { pattern: /\bArray\.fromAsync\(/, example: 'Array.fromAsync(a)' }, // Chrome 121
  'Promise.withResolvers': { pattern: /\bPromise\.(?:withResolvers|try)\(/, example: 'Promise.withResolvers()' }, // 119
  'AbortSignal.timeout': { pattern: /\bAbortSignal\.(?:timeout|any)\(/, example: 'AbortSignal.timeout(9)' }, // 103
  'signal.throwIfAborted': { pattern: /\.throwIfAborted\(/, example: 'a.throwIfAborted()' }, // Chrome 100
  'URL.canParse': { pattern: /\bURL\.(?:canParse|parse)\(/, example: 'URL.canParse(a)' }, // Chrome 120
  'Response.json': { pattern: /\bResponse\.json\(/, example: 'Response.json(a)' }, // Chrome 105
  'methods of sets': {
    pattern: /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
    example: 'a.isSubsetOf(b)',
  }, // Chrome 122
  'helpers of iterators': {
    pattern: /\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|toArray|some|find)\(/,
    example: 'a.values().map(b)',
  }, // 122
  'text that is well formed': { pattern: /\.(?:isWellFormed|toWellFormed)\(/, example: 'a.isWellFormed()' }, // 111
  'bytes as base64': { pattern: /\.(?:toBase64|toHex)\(|\bfromBase64\(/, example: 'a.toBase64()' }, // Chrome 140
  lookbehind: { pattern: /\(\?<[=!]/, example: '/(?<=a)b/' }, // Safari 16.4
  'flag v of patterns': { pattern: /\/[dgimsuy]*v[dgimsuy]*[.,;)]/, example: '/a/v.test(b)' }, // Chrome 112
  compression: { pattern: /\bnew (?:Dec|C)ompressionStream\(/, example: "new CompressionStream('gzip')" }, // Safari 16.4
  OffscreenCanvas: { pattern: /\bnew OffscreenCanvas\(/, example: 'new OffscreenCanvas(1, 1)' }, // Safari 16.4
  'Intl.Segmenter': { pattern: /\bIntl\.Segmenter\(/, example: 'new Intl.Segmenter()' }, // Firefox 125
  'form.requestSubmit': { pattern: /\.requestSubmit\(/, example: 'a.requestSubmit()' }, // Safari 16
  'input.showPicker': { pattern: /\.showPicker\(/, example: 'a.showPicker()' }, // Chrome 99
  'indexedDB.databases': { pattern: /\.databases\(/, example: 'indexedDB.databases()' }, // Firefox 126
  'storage.estimate': { pattern: /\.estimate\(/, example: 'navigator.storage.estimate()' }, // Safari 17
  'dialog.showModal': { pattern: /\.showModal\(/, example: 'a.showModal()' }, // Firefox 98
  inert: { pattern: /\.inert\s*=/, example: 'a.inert = true' }, // Chrome 102
  popover: { pattern: /\.(?:show|hide|toggle)Popover\(/, example: 'a.showPopover()' }, // Chrome 114
  checkVisibility: { pattern: /\.checkVisibility\(/, example: 'a.checkVisibility()' }, // Chrome 105
  'view transitions': { pattern: /\.startViewTransition\(/, example: 'a.startViewTransition()' }, // Chrome 111
}

const newerIn = (script: string) => Object.keys(newer).filter((what) => newer[what]!.pattern.test(script))

/** What a browser of the oldest lacks, and why its page is still right there. */
const harmless: Record<string, string> = {
  'css-has': 'rows of figures are as many as fit, a last line stands above the sums, a note is always shown',
  'css-touch-action': 'Safari knows manipulation, the one value that is used',
  'text-size-adjust': 'keeps a phone that is laid on its side from enlarging texts',
  'css-paged-media': 'Safari prints on the sheet that the printer holds',
}

/** The features that a browser of the oldest lacks altogether, each with where it is used first. */
async function lackedIn(css: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  await postcss([
    doiuse({
      browsers,
      onFeatureUsage: ({ feature, featureData, usage }) => {
        if (featureData.missing) found[feature] ??= `${usage}`.slice(0, 200)
      },
    }),
  ]).process(css, { from: 'sheet.css' })
  return found
}

describe('the scripts that are sent to browsers', () => {
  it.each(names.filter((name) => name.endsWith('.js')))(
    '%s uses nothing that the oldest supported browsers lack',
    (name) => {
      expect(readdirSync(folder)).toContain(name)

      expect(newerIn(textOf(name))).toEqual([])
    },
  )

  it.each(Object.entries(newer))('would be found to use %s', (what, { example }) => {
    expect(newerIn(`const f = (a, b) => ${example}; f(1)`)).toContain(what)
  })
})

describe('the style sheets that are sent to browsers', () => {
  it('use :has() only where the page is right without it', () => {
    const rules = names.filter((name) => name.endsWith('.css')).flatMap((name) => textOf(name).split(/[{}]/))

    expect(rules.filter((rule) => rule.includes(':has(') && !/^\.(?:pin|kpis|table)\b/.test(rule))).toEqual([
      '@supports selector(:has(a))',
    ])
  })

  it('mix no colours and balance no lines, which caniuse does not tell of', () => {
    const sheets = names.filter((name) => name.endsWith('.css'))
    const unknown = /color-mix\(|[{;](?:text-wrap|interpolate-size):|@starting-style/

    expect(sheets.filter((name) => unknown.test(textOf(name)))).toEqual([])
  })

  it.each(names.filter((name) => name.endsWith('.css')))(
    '%s uses nothing that changes a page where the oldest supported browsers lack it',
    async (name) => {
      const lacked = await lackedIn(textOf(name))

      expect(Object.entries(lacked).filter(([feature]) => !(feature in harmless))).toEqual([])
    },
  )

  it.each([
    ['css-cascade-layers', '@layer a { b { c: d } }'],
    ['css-container-queries', '@container (min-width: 1px) { a { color: red } }'],
    ['css-has', 'a:has(b) { color: red }'],
    ['css-nesting', 'a { & b { color: red } }'],
    ['css-subgrid', 'a { grid-template-columns: subgrid }'],
    ['viewport-unit-variants', 'a { height: 100dvh }'],
  ])('would be found to use %s', async (feature, css) => {
    expect(Object.keys(await lackedIn(css))).toContain(feature)
  })

  it('has no list of harmless features that nobody uses', async () => {
    const all = await Promise.all(names.filter((name) => name.endsWith('.css')).map((name) => lackedIn(textOf(name))))

    expect(Object.keys(harmless).filter((feature) => !all.some((lacked) => feature in lacked))).toEqual([])
  })
})
