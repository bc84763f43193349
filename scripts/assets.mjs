// The style sheet of every page and that of desks, the script of every page, the phone's own, its search and the service worker, named by their content, with a brotli
// and a gzip copy of each.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { fingerprint, root } from './fingerprint.mjs'

const folder = `${root}public/assets/`
/** The oldest browsers that pages are made for, what Android phones of 2021 still have: `browserslist` in package.json. */
const target = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).browserslist.map((one) => one.replace(' ', ''))
/** What the assets are made from. */
export const inputs = [
  'public/css',
  'src/kernel/ids.ts',
  'src/browser',
  'src/reports/engine/judge.ts',
  'src/reports/engine/rules.ts',
  'src/reports/engine/coerce.ts',
  'src/kernel',
  'src/reports/engine/position.ts',
  'src/officers/register/searching.ts',
  'src/officers/register/nearness.ts',
  'src/officers/register/sought.ts',
  'src/officers/envelopes/envelope.ts',
  'node_modules/govuk-frontend/package.json',
  'scripts/assets.mjs',
  'package.json',
]
const sheets = ['govuk.scss', 'tokens.css', 'base.css', 'components.css', 'pages.css', 'print.css']

/** Variants of GOV.UK Frontend's components that no page has; they are a tenth of the style. */
const unusedVariants =
  /govuk-(?:label--|label-wrapper|fieldset__|error-summary__body|input--|input__|(?:radios|checkboxes)(?:--|__hint|__divider|__conditional)|button--(?:inverse|start)|button__|link--|link-image|visually-hidden-focusable|details__(?:summary-text|text)|skip-link-focused)/

const withoutUnused = (css) =>
  css.replace(/([^{}@;]+)\{[^{}]*\}/g, (rule, selectors) => {
    const used = selectors.split(/,(?![^(]*\))/).filter((one) => !unusedVariants.test(one))
    return used.length === 0 ? '' : used.join(',') + rule.slice(selectors.length)
  })

/** Lets esbuild read GOV.UK Frontend's Sass. */
const scss = {
  name: 'scss',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, async ({ path }) => {
      const sass = await import('sass')
      const { css } = sass.compile(path, { loadPaths: [`${root}node_modules`] })
      return { contents: withoutUnused(css), loader: 'css' }
    })
  },
}

async function bundle(options) {
  const esbuild = await import('esbuild')
  // Every browser that has modules has these too; esbuild waits for the latest Unicode in them.
  const supported = { 'regexp-unicode-property-escapes': true }
  const common = { supported, bundle: true, minify: true, write: false, target, charset: 'utf8', legalComments: 'none' }
  const result = await esbuild.build({ ...common, logLevel: 'warning', ...options })
  return result.outputFiles[0].contents
}

const style = (names) => {
  const contents = names.map((name) => `@import './${name}';`).join('\n')
  return bundle({ stdin: { contents, resolveDir: `${root}public/css`, loader: 'css' }, plugins: [scss] })
}

const script = (name, plugins = []) =>
  bundle({ entryPoints: [`${root}src/browser/${name}.ts`], format: 'esm', plugins })

/** Modules that are in app.js already: an import of one becomes an import from `app`. */
function sharedWithApp() {
  const list = `${root}src/browser/shared.ts`
  const shared = new Set(
    [...readFileSync(list, 'utf8').matchAll(/from '(.+)'/g)].map(([, path]) => resolve(dirname(list), path)),
  )
  return {
    name: 'shared',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) =>
        shared.has(resolve(resolveDir, path)) ? { path: 'app', external: true } : undefined,
      )
    },
  }
}

/** A module that phone.js fetches only when it needs it becomes an import of `name`. */
const fetched = (name, module) => ({
  name: 'fetched',
  setup(build) {
    const path = resolve(root, module)
    build.onResolve({ filter: /^\.{1,2}\// }, (asked) =>
      asked.kind === 'dynamic-import' && resolve(asked.resolveDir, asked.path) === path
        ? { path: name, external: true }
        : undefined,
    )
  },
})

const importOfApp = /import\{([^}]*)\}from"app";?/g

/** Pairs of the name that app.js has and the one that the script uses. */
const importsIn = (contents) =>
  [...contents.matchAll(importOfApp)].flatMap(([, names]) =>
    names.split(',').map((one) => {
      const [name, alias = name] = one.split(' as ')
      return [name, alias]
    }),
  )

const shortName = (at) => `${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26)}`

/** app.js with just those exports that another script imports, under short names. */
const appExporting = (names) =>
  bundle({
    format: 'esm',
    stdin: {
      contents: `import './app.ts'\nexport { ${names.map((name, at) => `${name} as ${shortName(at)}`)} } from './shared.ts'`,
      resolveDir: `${root}src/browser`,
      loader: 'ts',
    },
  })

/** The script with one import from app.js, by its address, instead of one for each module. */
function importing(contents, names, address) {
  const pairs = importsIn(contents).map(([name, alias]) => `${shortName(names.indexOf(name))} as ${alias}`)
  return Buffer.from(`import{${pairs}}from"${address}";${contents.replaceAll(importOfApp, '')}`)
}

/** A service worker is one file at one address; what it keeps is written into it. */
const worker = (name, define = {}) => bundle({ entryPoints: [`${root}src/browser/${name}.ts`], format: 'iife', define })

const shellOf = (hashed) => {
  const files = [...hashed.map((name) => `/assets/${name}`), '/img/icon.svg', '/manifest.webmanifest', '/luring']
  return JSON.stringify({ version: digest(hashed.join()), files })
}

function compressed(name, contents) {
  const quality = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length },
  }
  return [
    [name, contents],
    [`${name}.br`, brotliCompressSync(contents, quality)],
    [`${name}.gz`, gzipSync(contents, { level: 9 })],
  ]
}

/** Files of earlier builds go, but not at once: a server that still runs, or a page just sent, may yet ask for them. */
function tidy(kept) {
  for (const name of readdirSync(folder)) {
    const isOld = Date.now() - statSync(folder + name).mtimeMs > 10 * 60_000
    if (!kept.has(name) && isOld) rmSync(folder + name, { force: true })
  }
}

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8)

function hashedName(name, bytes) {
  const [stem, ending] = name.split('.')
  return `${stem}.${digest(bytes)}.${ending}`
}

/** The manifest comes last and in one step: whoever reads it finds the files it names. */
function publish(contents, inputsHash) {
  const manifest = {}
  const files = []
  for (const [name, bytes] of Object.entries(contents)) {
    manifest[name] = hashedName(name, bytes)
    files.push(...compressed(manifest[name], bytes))
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of files) writeFileSync(folder + name, bytes)
  writeFileSync(`${folder}manifest.json.new`, JSON.stringify({ ...manifest, inputs: inputsHash }, null, 2))
  renameSync(`${folder}manifest.json.new`, `${folder}manifest.json`)
  tidy(new Set([...files.map(([name]) => name), 'manifest.json']))
  return files
    .filter(([name]) => name.endsWith('.br'))
    .map(([name, bytes]) => `${name.slice(0, -3)} ${bytes.length} B (br)`)
}

/** Makes public/assets when something it is made from has changed; answers with a line to print. */
export async function buildAssets() {
  const inputsHash = fingerprint(inputs)
  const file = `${folder}manifest.json`
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).inputs === inputsHash) return 'assets: up to date'
  const search = 'src/browser/drafts/matching.ts'
  const [css, desk, ...drafts] = await Promise.all([
    style(sheets),
    style(['desk.css']),
    script('drafts/matching', [sharedWithApp()]),
    script('phone/main', [sharedWithApp(), fetched('search', search)]),
  ])
  const [searchText, phoneText] = drafts.map((contents) => Buffer.from(contents).toString())
  const names = [...new Set([...importsIn(searchText), ...importsIn(phoneText)].map(([name]) => name))].sort()
  const js = await appExporting(names)
  const addressOf = (name, contents) => `/assets/${hashedName(name, contents)}`
  const searchJs = importing(searchText, names, addressOf('app.js', js))
  const phone = importing(
    phoneText.replace('import("search")', `import("${addressOf('search.js', searchJs)}")`),
    names,
    addressOf('app.js', js),
  )
  const main = { 'app.css': css, 'app.js': js, 'phone.js': phone, 'search.js': searchJs }
  const SHELL = shellOf(Object.entries(main).map(([name, bytes]) => hashedName(name, bytes)))
  const [sw, off] = await Promise.all([worker('sw', { SHELL }), worker('sw-off')])
  return `assets: ${publish({ ...main, 'desk.css': desk, 'sw.js': sw, 'sw-off.js': off }, inputsHash).join(', ')}`
}
