import { body, type ValidationChain } from 'express-validator'
import { type Role, roles } from '../../access/policy/actor.ts'
import { type Day, isDay } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import { isMobile, readPhoneNumber } from '../../kernel/phone-number.ts'
import { tidyDigits } from '../../kernel/tidy.ts'
import type { Context, Handling } from '../../platform/http/endpoint.ts'
import { isSureOf } from '../../platform/http/sure.ts'
import type { MessageKey } from '../../sentences/say.ts'
import type { UnitLine, Village } from '../units/index.ts'
import { nameFault, tidyName } from './name.ts'
import { type NrpFault, nrpFault, tidyNrp } from './nrp.ts'
import { pangkatList } from './pangkat.ts'
import { fitsIn } from './placement.ts'
import { isReadable, lineOf, textOf, textsOf } from './sent.ts'

type Sentence = string | undefined

/** A check of one field; what it answers is said at that field. */
export const at = (name: string, fault: () => Sentence | Promise<Sentence>): ValidationChain =>
  body(name).custom(async () => {
    const sentence = await fault()
    if (sentence !== undefined) throw new Error(sentence)
  })

export const asRole = (text: string): Role | undefined => roles.find((role) => role === text)

const nrpSentences = {
  empty: 'personnel.nrpEmpty',
  digits: 'personnel.nrpDigits',
  length: 'personnel.nrpLength',
  birth: 'personnel.nrpBirth',
} satisfies Record<NrpFault, MessageKey>

export const nrpOf = ({ sent }: Pick<Handling<unknown>, 'sent'>): string => tidyNrp(lineOf(sent, 'nrp'))

export const nrpChain = ({ sent, t, today }: Handling<unknown>) =>
  at('nrp', () => {
    const nrp = nrpOf({ sent })
    const fault = nrpFault(nrp, today)
    if (fault) return t(nrpSentences[fault], { count: nrp.length, digits: nrp.slice(0, 4) })
    return undefined
  })

export const nameOf = ({ sent }: Pick<Handling<unknown>, 'sent'>): string => tidyName(lineOf(sent, 'nama'))

const nameSentences = {
  empty: 'personnel.nameEmpty',
  long: 'personnel.nameLong',
  letters: 'personnel.nameLetters',
  placeholder: 'personnel.namePlaceholder',
} as const

export const nameChain = (context: Handling<unknown>) =>
  at('nama', () => {
    const name = nameOf(context)
    const fault = nameFault(name)
    if (fault) return context.t(nameSentences[fault])
    return isSureOf(context.sent, name) ? undefined : context.t('rule.nameSure', { name })
  })

export const pangkatChain = ({ sent, t }: Handling<unknown>) =>
  at('pangkat', () =>
    (pangkatList as readonly string[]).includes(textOf(sent, 'pangkat')) ? undefined : t('personnel.pangkatEmpty'),
  )

export const positionChain = ({ sent, t }: Handling<unknown>) =>
  at('jabatan', () => {
    const position = lineOf(sent, 'jabatan')
    if (position === '') return t('personnel.positionEmpty')
    if (!isReadable(position)) return t('personnel.unreadable', { label: t('personnel.position') })
    const { length } = [...position]
    return length < 2 || length > 80 ? t('personnel.positionLength', { count: length }) : undefined
  })

/** The number on which the officer is called; null where none was written. */
export const phoneOf = ({ sent }: Pick<Handling<unknown>, 'sent'>): string | null =>
  readPhoneNumber(lineOf(sent, 'hp')) ?? null

export const phoneChain = ({ sent, t }: Handling<unknown>) =>
  at('hp', () => {
    const written = lineOf(sent, 'hp')
    return written === '' || isMobile(readPhoneNumber(written) ?? '') ? undefined : t('personnel.phoneFault')
  })

export const roleChain = ({ sent, t }: Handling<unknown>) =>
  at('peran', () => (asRole(textOf(sent, 'peran')) ? undefined : t('personnel.roleEmpty')))

/** The unit is one of the scope, and one in which the role serves. */
export const unitChain = ({ sent, t }: Handling<unknown>, unit: UnitLine | undefined) =>
  at('satuan', () => {
    if (!unit) return t('personnel.unitEmpty')
    const role = asRole(textOf(sent, 'peran'))
    if (!role || fitsIn(role, unit.kind)) return undefined
    const key = fitsIn(role, 'polsek') ? 'personnel.needsPolsek' : 'personnel.needsPolres'
    return t(key, { role: t(`role.${role}`) })
  })

/** Villages are the unit's own, and for those who serve villages. */
export const villagesChain = ({ sent, t }: Handling<unknown>, unit: UnitLine | undefined, villages: Village[]) =>
  at('wilayah', () => {
    const chosen = textsOf(sent, 'wilayah')
    if (chosen.length === 0) return undefined
    const role = asRole(textOf(sent, 'peran'))
    if (role && role !== 'bhabinkamtibmas') return t('personnel.villagesOnlyBhabinkamtibmas')
    const known = new Set(villages.map(({ code }) => code))
    const isKnown = chosen.every((code) => known.has(code))
    return unit && !isKnown ? t('personnel.villageElsewhere', { unit: unit.name }) : undefined
  })

/** The day that was given in the field, or today when the form was sent without one. */
export const dayOfField = ({ sent, today }: Context & Pick<Handling<unknown>, 'sent'>, name: string): Day =>
  tidyDigits(lineOf(sent, name)) || today

export interface DayBounds {
  label: string
  from?: Day
  until?: Day
}

export const dayChain = (context: Handling<unknown>, name: string, { label, from, until }: DayBounds) =>
  at(name, () => {
    const { t, locale } = context
    const day = dayOfField(context, name)
    if (!isDay(day)) return t('personnel.dateBad', { label })
    if (until && day > until) return t('personnel.dateFuture', { label, day: showDay(until, locale) })
    return from && day < from ? t('personnel.datePast', { label, day: showDay(from, locale) }) : undefined
  })

export const shortestReason = 10
export const longestReason = 300

export const reasonChain = ({ sent, t }: Handling<unknown>) =>
  at('alasan', () => {
    const reason = textOf(sent, 'alasan')
    if (reason === '') return t('personnel.reasonEmpty')
    if (!isReadable(reason.replace(/[\r\n\t]/g, ' ')))
      return t('personnel.unreadable', { label: t('personnel.suspendReason') })
    const letters = reason.match(/\p{L}/gu)?.length ?? 0
    if (letters < shortestReason) return t('personnel.reasonShort', { count: letters })
    const over = [...reason].length - longestReason
    return over > 0 ? t('personnel.reasonLong', { over }) : undefined
  })
