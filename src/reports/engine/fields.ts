import type { Locale, Text } from '../../kernel/locale.ts'
import type { KindName } from './coerce.ts'
import type { Rules } from './rules.ts'
import type { VocabularyName } from './vocabulary-names.ts'

/** The three kinds of what the register holds. */
export type RegisterName = 'keluarga' | 'tempat' | 'kelompok'

export type Options = Record<string, Text>

/** One question of a form: what it says and what its answer must keep to. Data only. */
export interface Field<K extends KindName = KindName> extends Rules {
  kind: K
  label: Text
  /** What its answer stands under for those who read it, where the label is a question to the author. */
  readAs?: Text
  hint?: Text
  /** What to say when nothing was given; without it the label is put into a general sentence. */
  empty?: Text
  options?: Options
  /** The admin keeps this list: the options here are where it begins. */
  vocabulary?: VocabularyName
  /** Of a vocabulary, the options that a form shows today; the engine fills it in. */
  offered?: readonly string[]
  refuses?: Rules['refuses'] & { sentence: Text }
  /** How much sooner a report with that option is to be read. */
  ranks?: Record<string, number>
  /** Opened only for the author, or with a reason; it is not kept among the report's answers. */
  confidential?: boolean
  /** The tally adds this answer up, by officer and day. */
  recap?: 'sum'
  /** No longer asked; old answers are still shown and exported. */
  retired?: boolean
  /** Shown with three digits, as RT and RW are. */
  padded?: boolean
  /** The questions of each item of a list. */
  items?: Record<string, Field<Exclude<KindName, 'list'>>>
  /** Which part of the register an entry is chosen from. */
  register?: RegisterName
  /** What one item of a list is called. */
  itemLabel?: Text
}

/** The label as a reader sees it. */
export const readLabel = ({ readAs, label }: Pick<Field, 'readAs' | 'label'>, locale: Locale): string =>
  (readAs ?? label)[locale]

/** Whether a form may leave it open, whatever else is answered. */
export const isOptional = ({ required, requiredWhen, requiredUnless }: Field): boolean =>
  !required && !requiredWhen && !requiredUnless

type Face<K extends KindName> = Omit<Field<K>, 'kind'>
const of =
  <K extends KindName>(kind: K) =>
  <F extends Face<K>>(face: F): F & { kind: K } => ({ kind, ...face })

export const text = of('text')
export const long = of('long')
export const date = of('date')
export const time = of('time')
export const integer = of('integer')
export const phone = of('phone')
export const choice = of('choice')
export const many = of('many')
export const village = of('village')
/** An entry of the register: a household, a place or a partner group. */
export const entry = of('entry')
export const position = of('position')
/** A repeating group whose items are flat: `pendapat.0.uraian` on the wire, an array of objects when stored. */
export const list = of('list')
