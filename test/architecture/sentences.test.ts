import { roles } from '../../src/access/policy/actor.ts'
import { eventNames } from '../../src/platform/db/events.ts'
import { sentences } from '../../src/sentences/sentences.ts'
import { filesIn, read } from '../support/sources.ts'
import { keysOfLiteral } from '../support/views.ts'

interface Sentence {
  key: string
  id: string
  en: string
}

const own: Sentence[] = Object.entries(sentences).map(([key, text]) => ({ key, ...text }))
const known = new Set(own.map(({ key }) => key))
const sources = [
  ...filesIn('src', '.ts').map((file) => ({ file: `src/${file}`, text: read('src', file) })),
  ...filesIn('views', '.ejs').map((file) => ({ file: `views/${file}`, text: read('views', file) })),
]

/** The texts of the report types, and of all else that is written beside the code: `{ id: '…', en: '…' }`. */
const beside: Sentence[] = sources
  .filter(({ file }) => !file.startsWith('src/sentences/') && !file.startsWith('src/browser/'))
  .flatMap(({ file, text }) =>
    [...text.matchAll(/\{\s*id: (['"`])(.*?)\1,\s*en: (['"`])(.*?)\3,?\s*\}/g)].map(([, , id, , en]) => ({
      key: file,
      id: id!,
      en: en!,
    })),
  )
const all = [...own, ...beside]

const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort()
const show = ({ key, id, en }: Sentence) => `${key}: ${id} | ${en}`

const calls = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/(?<![\w.$])t\(\s*'([^']+)'\s*(,\s*(?=\{)|\)|,)/g)].map((call) => ({
    file,
    key: call[1]!,
    next: call[2]!.trim(),
    rest: text.slice(call.index + call[0].length),
  })),
)

describe('a sentence', () => {
  it('is said in both languages', () => {
    expect(all.filter(({ id, en }) => id.trim() === '' || en.trim() === '').map(show)).toEqual([])
  })

  it('has the same places in both languages', () => {
    expect(all.filter(({ id, en }) => String(placesOf(id)) !== String(placesOf(en))).map(show)).toEqual([])
  })

  it('neither begs nor shouts, and blames nobody', () => {
    const begs = ({ id, en }: Sentence) =>
      /tidak valid|tidak sah|wajib diisi|harus diisi|mohon|maaf|silakan|oops|ups\b|!/i.test(id) ||
      /invalid|required\b|please|sorry|oops|!/i.test(en)

    expect(all.filter(begs).map(show)).toEqual([])
  })

  it('bends its nouns in English where it counts one', () => {
    expect(all.filter((one) => counted.test(one.en) && !hasOne(one)).map(show)).toEqual([])
  })

  it('is written with care: no doubled spaces, no straight dots, no space at an end', () => {
    expect(all.filter(({ id, en }) => [id, en].some((text) => /^\s|\s$|\s\s|\.\.\./.test(text))).map(show)).toEqual([])
  })
})

/** A number, at most a word between, and a noun in the plural. Limits are left out, since none of them is one. */
const counted =
  /\{(?:count|left|all|value|days|minutes|seconds|grace|visited|households)\} (?:[a-z-]+ )?(?:(?!was|this|yes)[a-z-]{2,}s|people)/
const hasOne = ({ key }: Sentence) => key.endsWith('.many') && known.has(key.replace(/many$/, 'one'))

describe('what is said', () => {
  it('is a sentence that exists', () => {
    expect(calls.filter(({ key }) => !known.has(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([])
  })

  it('fills every place of its sentence', () => {
    const wrong = calls.flatMap(({ file, key, next, rest }) => {
      const places = placesOf(sentences[key as keyof typeof sentences]?.id ?? '')
      if (next === ')') return places.map((place) => `${file}: ${key} without ${place}`)
      if (!rest.startsWith('{')) return []
      const { keys, isOpen } = keysOfLiteral(rest)
      return isOpen
        ? []
        : places.filter((place) => !keys.includes(place!)).map((place) => `${file}: ${key} without ${place}`)
    })

    expect(wrong).toEqual([])
  })

  it('begins as a sentence that exists, where its name is made of parts', () => {
    const made = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\w.$])t\(\s*`([^`]+)`/g)].map(([, pattern]) => ({ file, pattern: pattern! })),
    )
    const fits = (pattern: string) => {
      const parts = pattern.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      const shape = new RegExp(`^${parts.join('.+')}$`)
      return own.some(({ key }) => shape.test(key))
    }

    expect(made.filter(({ pattern }) => !fits(pattern)).map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([])
  })

  it('exists for every error that names one', () => {
    const named = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/new (?:NotFound|Forbidden|Invalid|Conflict|Busy)\(\s*'([^']+)'/g)].map(([, key]) => ({
        file,
        key: key!,
      })),
    )

    expect(named.filter(({ key }) => !known.has(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([])
  })

  it('exists for every role and every event of the audit', () => {
    const wanted = [...roles.map((role) => `role.${role}`), ...eventNames.map((name) => `audit.${name}`)]

    expect(wanted.filter((key) => !known.has(key))).toEqual([])
  })
})
