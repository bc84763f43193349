import { readFileSync } from 'node:fs'

/** What people type, and what is kept of it. All people and numbers are invented. */
export interface Shape {
  typed: string
  kept: string
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as T

/** `key`: what a name is compared by; `asks`: it is asked about before it is kept. */
export const names = read<{ taken: (Shape & { key: string; asks?: true })[]; refused: string[] }>('names')
/** `rule`: the one that refuses it, where it is not the usual one. */
export const phones = read<{ taken: Shape[]; landlines: Shape[]; refused: { typed: string; rule?: string }[] }>(
  'phones',
)
export const niks = read<{ taken: Shape[]; refused: string[] }>('niks')
export const texts = read<Shape[]>('texts')
