import { body, type ValidationChain } from 'express-validator'
import type { Handling } from '../../platform/http/endpoint.ts'
import { areaCodesIn } from './area-codes.ts'
import { servedInWords } from './served-villages.ts'
import { typed } from './unit-form-input.ts'
import { codeFrom, isUnitCode, pathBelow, tidyUnitName, unitNameFault } from './unit-name.ts'
import { nameIsTaken, pathIsTaken, type UnitLine } from './units.queries.ts'
import { type Village, villageTitle } from './village.ts'
import { assignedAt, villagesMatching } from './villages.queries.ts'

type Form = Handling<unknown>
type Sentence = string | undefined

/** A check of one field; what it answers is said at that field. */
export const at = (name: string, fault: () => Sentence | Promise<Sentence>): ValidationChain =>
  body(name).custom(async () => {
    const sentence = await fault()
    if (sentence !== undefined) throw new Error(sentence)
  })

export const nameOf = ({ sent }: Pick<Form, 'sent'>): string => tidyUnitName(typed(sent, 'nama'))

/** The code that was typed, or the one that the name makes. */
export const codeOf = ({ sent }: Pick<Form, 'sent'>): string =>
  typed(sent, 'kode').toLowerCase() || codeFrom(nameOf({ sent }))

export const areasOf = ({ sent }: Pick<Form, 'sent'>): string[] => areaCodesIn(typed(sent, 'wilayah')).codes

const nameSentences = {
  empty: 'unit.nameEmpty',
  short: 'unit.nameShort',
  long: 'unit.nameLong',
  letters: 'unit.nameLetters',
} as const

export const nameChain = (context: Form, polres: UnitLine) =>
  at('nama', async () => {
    const { t, tx } = context
    const name = nameOf(context)
    const fault = unitNameFault(name)
    if (fault) return t(nameSentences[fault])
    return (await nameIsTaken(tx, polres.id, name)) ? t('unit.nameTaken', { unit: polres.name }) : undefined
  })

export const codeChain = (context: Form, polres: UnitLine) =>
  at('kode', async () => {
    const { t, tx, sent } = context
    const code = codeOf(context)
    // A name that makes no code is told at the name, unless it is a good name in other letters than ours.
    if (typed(sent, 'kode') === '' && unitNameFault(nameOf(context))) return undefined
    if (!isUnitCode(code)) return t('unit.codeBad')
    return (await pathIsTaken(tx, pathBelow(polres, code))) ? t('unit.codeTaken', { code }) : undefined
  })

export const longestAreas = 500

/** Codes of the official list, of which at least one village is free. */
export const areasChain = (context: Form, { optional }: { optional: boolean }) =>
  at('wilayah', async () => {
    const { t, tx, today, sent } = context
    const text = typed(sent, 'wilayah')
    if (text === '') return optional ? undefined : t('unit.areasEmpty')
    if (text.length > longestAreas) return t('unit.areasLong', { over: text.length - longestAreas })
    const { codes, wrong } = areaCodesIn(text)
    if (wrong.length > 0) return t('unit.areasWrong', { code: wrong[0]!.slice(0, 40) })
    if (codes.length === 0) return t('unit.areasEmpty')
    const { free, held, unknown } = await villagesMatching(tx, codes, today)
    if (unknown.length > 0) return t('unit.areasUnknown', { codes: unknown.join(', ') })
    return free.length === 0 ? t('unit.areasHeld', { villages: servedInWords(held, t) }) : undefined
  })

/** A village that somebody is assigned to stays with the unit. */
export const servedChain = ({ t, tx, today }: Form, { unit, village }: { unit: UnitLine; village: Village }) =>
  at('kodeWilayah', async () => {
    const officers = await assignedAt(tx, unit.id, village.code, today)
    return officers.length === 0
      ? undefined
      : t('unit.villageServed', { village: villageTitle(village), officers: officers.join(', ') })
  })
