import { readFileSync } from 'node:fs'

/** What people type, and what is kept of it. All people and numbers are invented. */
export interface Shape {
  typed: string
  kept: string
}

interface Shapes {
  names: { taken: (Shape & { key: string; asks?: true })[]; refused: string[] }
  phones: { taken: Shape[]; landlines: Shape[]; refused: { typed: string; rule?: string }[] }
  niks: { taken: Shape[]; refused: string[] }
  texts: Shape[]
}

const read = <K extends keyof Shapes>(name: K): Shapes[K] =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Shapes[K]

/** `key`: what a name is compared by; `asks`: it is asked about before it is kept. */
export const names = read('names')
/** `rule`: the one that refuses it, where it is not the usual one. */
export const phones = read('phones')
export const niks = read('niks')
export const texts = read('texts')
