import { type Head, showHead } from '../../administration/audit/index.ts'
import type { Letterhead } from '../../administration/units/index.ts'
import { showInstant, showLongDay, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Signers, signaturesOf } from '../recaps/index.ts'
import { onPhone, queryOf, type SheetReading, showPhone, stateInWords } from './morning-sheet.pages.ts'
import { byPolsek, countsOf, type SheetLine, sheetStates, stateOf } from './sheet.ts'

export interface PrintReading extends SheetReading {
  letterhead: Letterhead
  signers: Signers
  /** Of the audit's chain, to be kept on paper. */
  head: Head | null
}

/** The sheet as a letter: for the roll call, and for the folder. */
export function sheetPrintPage(context: Context, reading: PrintReading) {
  const { t, locale, now, actor } = context
  const { day, lines, unitName, letterhead, signers, head } = reading
  const at = showInstant(now, actor.timeZone, locale, 'long')
  return {
    title: t('morning.printTitle'),
    back: paths.morningSheet(queryOf(reading)),
    kop: letterhead.lines,
    day: t('morning.printDay', { day: showLongDay(day, locale) }),
    about: t('morning.printAbout', { unit: unitName, at }),
    isEmpty: lines.length === 0,
    head: [t('morning.unit'), ...sheetStates.map((state) => t(`morning.${state}`)), t('morning.officers')],
    sum: sumRows(context, lines),
    polsek: byPolsek(lines).map((sheet) => ({
      title: sheet.name,
      rows: sheet.lines.map((line) => ({
        name: `${line.pangkat} ${line.name}`,
        state: stateInWords(context, line),
        onPhone: onPhone(context, reading, line),
        number: stateOf(line) === 'silent' && line.phone !== null ? showPhone(line.phone) : '',
      })),
    })),
    rule: reading.missing.size > 0 ? t('morning.onPhoneRule') : '',
    auditHead: head ? t('morning.head', { head: showHead(head, locale) }) : '',
    signatures: signaturesOf(context, letterhead, signers),
    foot: t('app.printFoot', { at }),
  }
}

function sumRows({ t, locale }: Context, lines: SheetLine[]) {
  const row = (name: string, those: readonly SheetLine[]) => {
    const counts = countsOf(those)
    return {
      name,
      cells: [...sheetStates.map((state) => counts[state]), those.length].map((n) => showNumber(n, locale)),
    }
  }
  const sheets = byPolsek(lines)
  return [
    ...(sheets.length > 1 ? [row(t('morning.total'), lines)] : []),
    ...sheets.map(({ name, lines: those }) => row(name, those)),
  ]
}
