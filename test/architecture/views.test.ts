import { filesIn, read } from '../support/sources.ts'
import { keysOfLiteral } from '../support/views.ts'

const views = filesIn('views', '.ejs').map((file) => ({ file, text: read('views', file) }))
const isIcon = (file: string) => file.startsWith('components/icons/')
const components = views.filter(({ file }) => file.startsWith('components/') && !isIcon(file))
const pages = views.filter(({ file }) => !/^(?:components|layouts)\//.test(file))
const nameOf = (file: string) => file.replace(/^components\/|\.ejs$/g, '')
const lines = (text: string) => text.trimEnd().split('\n').length

const signatures = new Map(
  components.map(({ file, text }) => {
    const literal = /^<%# [\w-]+: (\{.*)/.exec(text)?.[1]
    return [nameOf(file), literal === undefined ? undefined : keysOfLiteral(literal).keys]
  }),
)

const offences = (among: typeof views, pattern: RegExp) =>
  among.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([what]) => `${file}: ${what}`))

describe('a component', () => {
  it('says on its first line what it takes', () => {
    const silent = components.filter(({ file, text }) => !text.startsWith(`<%# ${nameOf(file)}: {`))

    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it('reads nothing that it does not say', () => {
    const unsaid = components.flatMap(({ file, text }) =>
      [...text.matchAll(/\bit\.(\w+)/g)]
        .filter(([, key]) => !signatures.get(nameOf(file))?.includes(key!))
        .map(([what]) => `${file}: ${what}`),
    )

    expect(unsaid).toEqual([])
  })

  it('is given all that it takes, and nothing else', () => {
    const wrong = views.flatMap(({ file, text }) =>
      [...text.matchAll(/component\('([\w-]+)'\s*,\s*(?=\{)/g)].flatMap((call) => {
        const { keys, isOpen } = keysOfLiteral(text.slice(call.index + call[0].length))
        const wanted = signatures.get(call[1]!)
        if (wanted === undefined) return [`${file}: there is no component ${call[1]}`]
        const missing = isOpen ? [] : wanted.filter((key) => !keys.includes(key)).map((key) => `without ${key}`)
        const extra = keys.filter((key) => !wanted.includes(key)).map((key) => `with ${key}`)
        return [...missing, ...extra].map((fault) => `${file}: ${call[1]} ${fault}`)
      }),
    )

    expect(wrong).toEqual([])
  })
})

describe('a view', () => {
  it('prints unescaped only what another view has escaped', () => {
    const raw = views.flatMap(({ file, text }) =>
      [...text.matchAll(/<%-[\s\S]*?-?%>/g)]
        .map(([output]) => output)
        .filter((output) => !/^<%-\s*component\([\s\S]*\)\s*-?%>$/.test(output))
        .filter((output) => !(file.startsWith('layouts/') && /^<%-\s*it\.body\s*-?%>$/.test(output)))
        .map((output) => `${file}: ${output}`),
    )

    expect(raw).toEqual([])
  })

  it('prints in quoted attributes only', () => {
    expect(offences(views, /=\s*<%=/g)).toEqual([])
  })

  it('holds no script, no style and no event of its own', () => {
    const markup = views.map(({ file, text }) => ({ file, text: text.replace(/<%[\s\S]*?%>/g, '') }))

    expect(offences(markup, /<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:/gi)).toEqual([])
    expect(offences(markup, /<script\b(?![^>]*\ssrc=)[^>]*>|<script[^>]*>\s*[^<\s]/gi)).toEqual([])
  })

  it('says only sentences that exist in both languages', () => {
    const printed = views
      .filter(({ file }) => !isIcon(file))
      .map(({ file, text }) => ({ file, text: text.replace(/<%[\s\S]*?%>/g, '§').replace(/<!--[\s\S]*?-->/g, '') }))
    const texts = printed.map(({ file, text }) => ({ file, text: text.replace(/<[^>]*>|[\w§-]+="[^"]*"/g, '\n') }))

    expect(offences(texts, /.*[A-Za-z]{2,}.*/g)).toEqual([])
    expect(offences(printed, /(?:aria-label|placeholder|title|alt)="[^"§]*[A-Za-z]{2,}[^"]*"/g)).toEqual([])
  })

  it('asks no questions but those of presence, and counts nothing', () => {
    expect(
      offences(views, /\.(?:map|filter|reduce|sort|find|slice|toFixed|toLocaleString)\(|\bnew Date\b|\binclude\(/g),
    ).toEqual([])
  })

  it('is short', () => {
    const long = [...pages.filter(({ text }) => lines(text) > 60), ...components.filter(({ text }) => lines(text) > 40)]

    expect(long.map(({ file, text }) => `${file}: ${lines(text)} lines`)).toEqual([])
  })

  it('uses no variant of a component that the build leaves out of the style', () => {
    const leftOut = new RegExp(/unusedVariants =\s*\/(.+)\/\n/.exec(read('scripts', 'assets.mjs'))![1]!)
    const own = ['base', 'components', 'pages'].map((name) => read('public/css', `${name}.css`)).join('\n')
    const used = [...views, ...filesIn('src', '.ts').map((file) => ({ file, text: read('src', file) }))]

    const offending = used.flatMap(({ file, text }) =>
      [...text.matchAll(/govuk-[\w-]+/g)]
        .filter(([name]) => leftOut.test(name) && !own.includes(`.${name}`))
        .map(([name]) => `${file}: ${name}`),
    )
    expect(offending).toEqual([])
  })
})

describe('a data attribute that the browser reads', () => {
  it('is written by a view, by the server or by the browser itself', () => {
    const scripts = filesIn('src/browser', '.ts').map((file) => read('src/browser', file))
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const names = new Set(scripts.flatMap((text) => [...text.matchAll(/dataset\.(\w+)/g)].map(([, name]) => name!)))
    const assigned = new Set(
      scripts.flatMap((text) => [...text.matchAll(/dataset\.(\w+) (?:\?\?)?=(?!=)/g)].map(([, name]) => name!)),
    )
    const written = [
      ...filesIn('views', '.ejs').map((file) => read('views', file)),
      ...filesIn('src', '.ts').map((file) => read('src', file)),
    ].join('\n')

    const unknown = [...names].filter(
      (name) => !assigned.has(name) && !new RegExp(`data-${kebab(name)}\\b`).test(written),
    )

    expect(names.size).toBeGreaterThan(30)
    expect(unknown).toEqual([])
  })
})
