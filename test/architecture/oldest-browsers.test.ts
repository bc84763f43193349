import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../public/assets/', import.meta.url)

/** What scripts of newer browsers use, with the first Chrome that has it; the oldest ones are named in scripts/assets.mjs. */
const newer = {
  structuredClone: /\bstructuredClone\(/, // 98
  'Array.findLast': /\.findLast(?:Index)?\(/, // 97
  'Array by copy': /\.(?:toSorted|toReversed|toSpliced)\(/, // 110
  'Object.groupBy': /\b(?:Object|Map)\.groupBy\(/, // 117
  'Array.fromAsync': /\bArray\.fromAsync\(/, // 121
  'Promise.withResolvers': /\bPromise\.withResolvers\(/, // 119
  'AbortSignal.timeout': /\bAbortSignal\.(?:timeout|any)\(/, // 103
  'URL.canParse': /\bURL\.canParse\(/, // 120
  inert: /\.inert\s*=/, // 102
  popover: /\.(?:show|toggle)Popover\(/, // 114
}

const names: string[] = Object.values(JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')))

describe('the scripts that are sent to browsers', () => {
  it.each(names.filter((name) => name.endsWith('.js')))(
    '%s uses nothing that the oldest supported browsers lack',
    (name) => {
      expect(readdirSync(folder)).toContain(name)
      const script = readFileSync(new URL(name, folder), 'utf8')

      const used = Object.entries(newer).filter(([, pattern]) => pattern.test(script))

      expect(used.map(([what]) => what)).toEqual([])
    },
  )
})
