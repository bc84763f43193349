import { showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { onTime, periodInWords } from './figures.ts'
import { queryOf } from './question.ts'
import type { RecapReading } from './recaps.pages.ts'
import type { Sum } from './table.ts'

/** WhatsApp takes 65,536 signs in a message; some are left for what somebody writes before it. */
const mostSigns = 60_000
/** A longer address not every browser hands on. */
const mostInAddress = 8000

/** Without what WhatsApp would take for bold, italic, struck out or code. */
const plain = (name: string): string => name.replaceAll(/[*_~`]/g, ' ')

/** The recap as a message: names of units and officers and their figures, nothing of a citizen. */
export function recapText(context: Context, { question, figures, unitName }: RecapReading): string {
  const { t, locale, now, actor } = context
  const { table, rowNames } = figures
  const rows = table.rows.map(({ total }, at) => `${at + 1}. ${plain(rowNames[at]!.label)}: ${inWords(total, context)}`)
  const head = [`*${t('recap.text.head', { unit: plain(unitName) })}*`, `*${periodInWords(question, locale)}*`]
  const foot = [
    `*${t('recap.total')}: ${inWords(table.total, context)}*`,
    `${t('recap.onTime')}: ${onTime(table.total, t, locale)}`,
    t('recap.dataAt', { at: showInstant(now, actor.timeZone, locale) }),
  ]
  const lengthOf = (lines: string[]) => lines.join('\n').length
  const shown = fitting(rows, mostSigns - lengthOf(head) - lengthOf(foot))
  const left = rows.length - shown.length
  const more = left === 0 ? [] : [t('recap.text.more', { count: showNumber(left, locale) })]
  return [...head, '', ...shown, ...more, '', ...foot].join('\n')
}

function fitting(rows: string[], most: number): string[] {
  let signs = 0
  const tooMany = rows.findIndex((row) => {
    signs += row.length + 1
    return signs > most
  })
  return tooMany === -1 ? rows : rows.slice(0, tooMany)
}

function inWords({ verified, unverified, accepted }: Sum, { t, locale }: Context): string {
  if (verified + unverified + accepted === 0) return t('recap.text.none')
  return [
    t('recap.text.verified', { count: showNumber(verified, locale) }),
    unverified === 0 ? '' : t('recap.text.unverified', { count: showNumber(unverified, locale) }),
    accepted === 0 ? '' : t('recap.text.accepted', { count: showNumber(accepted, locale) }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

export function recapTextPage(context: Context, reading: RecapReading) {
  const { t, locale } = context
  const { question, unitName } = reading
  const text = recapText(context, reading)
  const address = paths.whatsApp(text)
  return {
    title: t('recap.text.title'),
    heading: t('recap.text.title'),
    back: paths.recap(queryOf(question)),
    lead: `${periodInWords(question, locale)} · ${unitName}`,
    text,
    lines: Math.min(24, text.split('\n').length + 1),
    whatsApp: address.length > mostInAddress ? '' : address,
  }
}
