import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../src/platform/config/config.ts'

/** The files below a folder of the project, as paths from that folder. */
export function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith(ending) && !name.includes('generated/')).sort()
}

/** The folder that a file of src belongs to: the feature of a group, or the group itself where it has none. */
export function featureOf(file: string): string {
  const parts = file.split('/')
  const isWhole = ['browser', 'kernel', 'sentences'].includes(parts[0]!) || parts.length === 2
  return parts.slice(0, isWhole ? 1 : 2).join('/')
}

export const read = (folder: string, file: string): string => readFileSync(join(root, folder, file), 'utf8')

/** A source without its comments and the text of its strings: what it does, not what it says. */
export const codeOf = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")

export interface Import {
  /** A package, or a path below src. */
  to: string
  isOurs: boolean
  isTypeOnly: boolean
}

const statement =
  /^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm

/** What a file of src imports, also for its types only. */
export function importsOf(file: string): Import[] {
  return [...read('src', file).matchAll(statement)].map(([, type, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? ''
    const isOurs = name.startsWith('.')
    return { to: isOurs ? join(dirname(file), name) : name, isOurs, isTypeOnly: type !== undefined }
  })
}
