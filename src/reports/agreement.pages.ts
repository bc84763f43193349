import { dayOf } from '../kernel/days.ts'
import { showDay, showInstant, showLongDay } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import type { Letterhead } from '../units/index.ts'
import type { Answers } from './engine/definition.ts'
import { readLabel } from './engine/fields.ts'
import { show } from './engine/kinds.ts'
import { showCheckCode } from './receipt.ts'
import { reportType } from './registry.ts'
import { type Reading, row } from './report.pages.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** The letter of agreement as it is signed: who, about what, the points, and room for every signature. */
export function agreementPage(context: Context, { report, names }: Reading, kop: Letterhead) {
  const { t, locale, actor, now } = context
  const type = reportType(report.typeKey)
  const agreement = type.agreement!
  const answers = report.answers as Answers
  const showing = { locale, names, months: 'long' } as const
  const items = (key: string) => (answers[key] ?? []) as Answers[]
  const said = (key: string) => show(type.fields[key]!, answers[key], showing)
  const partyTitle = (index: number) => t(`agreement.${ordinals[index]!}`)
  const signature = (position: string, name: string, line = '', above = '') => ({
    above,
    position: position.toUpperCase(),
    name: name.toUpperCase(),
    line,
  })
  const { pangkat, name, nrp, position } = report.author
  const day = showLongDay(dayOf(report.occurredOn), locale)
  return {
    title: t('agreement.title'),
    orientation: 'c-surat',
    back: paths.report(report.id),
    kop: kop.lines,
    number: t('report.printNumber', { number: report.number }),
    opening: t('agreement.opening', { day, place: said('tempat'), village: names.villageInFull(report.villageCode) }),
    parties: items(agreement.parties).map((party, index) => ({
      title: partyTitle(index),
      rows: Object.entries(type.fields[agreement.parties]!.items!)
        .map(([key, field]) => row(readLabel(field, locale), show(field, party[key], showing)))
        .filter(({ value }) => value !== ''),
    })),
    agreed: t('agreement.agreed', { matter: said(agreement.matter) }),
    points: items(agreement.points).map((point) => Object.values(point).join(' ')),
    closing: t('agreement.closing'),
    placeAndDay: `${kop.place}, ${showDay(dayOf(report.occurredOn), locale, 'long')}`,
    signatures: [
      ...items(agreement.parties).map((party, index) => signature(partyTitle(index), String(party.nama))),
      ...items(agreement.witnesses).map((witness, index) =>
        signature(t('agreement.witness', { number: index + 1 }), String(witness.nama)),
      ),
      signature(position, name, `${pangkat.toUpperCase()} NRP ${nrp}`),
      signature(names.villageHead(report.villageCode), '', '', t('agreement.knownBy')),
    ],
    foot: t('report.printFoot', {
      at: showInstant(now, actor.timeZone, locale, 'long'),
      code: showCheckCode(report.checkCode),
      version: report.version,
    }),
  }
}
