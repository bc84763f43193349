import { showInstant } from '../../kernel/format.ts'
import type { Sheet } from '../../platform/exports/xlsx.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { rowHead } from './axes.ts'
import { captionOf, legendOf } from './figures.ts'
import { recapLines, recapName } from './recap-export.ts'
import type { RecapReading } from './recaps.pages.ts'

/** The recap as a sheet that can be passed on: it says itself what it tells, of whom, of when, and who made it. */
export function recapSheet(context: Context, { question, figures, unitName }: RecapReading): Sheet {
  const { t, locale, now, actor } = context
  return {
    name: recapName(question),
    above: [
      t('recap.printTitle'),
      captionOf(question, t, locale),
      unitName,
      t('recap.dataAt', { at: showInstant(now, actor.timeZone, locale, 'long') }),
      t('recap.madeBy', { person: `${actor.pangkat} ${actor.name}`, position: actor.position }),
    ],
    lines: [...recapLines(question, figures, t)],
    names: rowHead(question, t).length,
    below: [t('recap.notCounted'), ...legendOf(figures, t)],
  }
}
