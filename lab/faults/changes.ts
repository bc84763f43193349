import { readFileSync } from 'node:fs'
import { root } from '../../src/platform/config/config.ts'

/** One change of the built application: the text that stands there, and what is put in its place. */
export interface Change {
  /** Below dist/. */
  file: string
  find: string
  put: string
}

/** What starts the application with these changes; the built files stay as they are. */
export function changed(changes: Change[]): { preload: string[]; env: Record<string, string> } {
  for (const { file, find } of changes) {
    if (readFileSync(`${root}dist/${file}`, 'utf8').split(find).length !== 2)
      throw new Error(`dist/${file} does not hold exactly once: ${find}`)
  }
  return { preload: [`${root}lab/faults/preload/mutant.mjs`], env: { BOS_CHANGES: JSON.stringify(changes) } }
}
