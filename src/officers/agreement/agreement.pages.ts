import type { Letterhead } from '../../administration/units/index.ts'
import { type Day, dayOf } from '../../kernel/days.ts'
import { showDay, showInstant, showLongDay } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Answers, type ReportType, readLabel, show } from '../../reports/engine/index.ts'
import { type Reading, row } from '../../reports/reading/index.ts'
import { type LetterNames, showCheckCode } from '../../reports/record/index.ts'
import { reportType } from '../../reports/registry/index.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** What the letter is made of: a report, or a draft that has no number yet. */
interface AgreementLetter {
  type: ReportType
  answers: Answers
  author: { pangkat: string; name: string; nrp: string; position: string }
  villageCode: string
  day: Day
  names: LetterNames
  number: string
  foot: string
  back: string
}

export const agreementOfReport = (context: Context, { report, names }: Reading): AgreementLetter => ({
  type: reportType(report.typeKey),
  answers: report.answers as Answers,
  author: report.author,
  villageCode: report.villageCode,
  day: dayOf(report.occurredOn),
  names,
  number: context.t('report.printNumber', { number: report.number }),
  foot: context.t('report.printFoot', {
    at: showInstant(context.now, context.actor.timeZone, context.locale, 'long'),
    code: showCheckCode(report.checkCode),
    version: report.version,
  }),
  back: paths.report(report.id),
})

/** The letter before the report is sent: it is signed first, and its photo is evidence of the report. */
export const agreementOfDraft = (
  { t, now, locale, actor }: Context,
  draft: Pick<AgreementLetter, 'type' | 'answers' | 'author' | 'names'> & { id: string },
): AgreementLetter => ({
  ...draft,
  villageCode: String(draft.answers.wilayah),
  day: String(draft.answers.tanggal),
  number: t('agreement.numberLater'),
  foot: t('agreement.draftFoot', { at: showInstant(now, actor.timeZone, locale, 'long') }),
  back: paths.draft(draft.id),
})

/** The letter of agreement as it is signed: who, about what, the points, and room for every signature. */
export function agreementPage({ t, locale }: Context, letter: AgreementLetter, kop: Letterhead) {
  const { type, answers, names, villageCode } = letter
  const agreement = type.agreement!
  const showing = { locale, names, months: 'long' } as const
  const items = (key: string) => (answers[key] ?? []) as Answers[]
  const said = (key: string) => show(type.fields[key]!, answers[key], showing)
  const partyTitle = (index: number) => t(`agreement.${ordinals[index]!}`)
  const { pangkat, name, nrp, position } = letter.author
  return {
    title: t('agreement.title'),
    orientation: 'c-surat c-surat--sheets',
    back: letter.back,
    kop: kop.lines,
    number: letter.number,
    opening: t('agreement.opening', {
      day: showLongDay(letter.day, locale),
      place: said('tempat'),
      village: names.villageInFull(villageCode),
    }),
    parties: items(agreement.parties).map((party, index) => ({
      title: partyTitle(index),
      rows: Object.entries(type.fields[agreement.parties]!.items!)
        .filter(([, field]) => !field.insteadOf)
        .map(([key, field]) => row(readLabel(field, locale), show(field, party[key], showing)))
        .filter(({ value }) => value !== ''),
    })),
    agreed: t('agreement.agreed', { matter: said(agreement.matter) }),
    points: items(agreement.points).map((point) => Object.values(point).join(' ')),
    closing: t('agreement.closing'),
    placeAndDay: `${kop.place}, ${showDay(letter.day, locale, 'long')}`,
    signatures: [
      ...items(agreement.parties).map((party, index) => signature(partyTitle(index), String(party.nama))),
      ...items(agreement.witnesses).map(({ nama, keterangan }, index) =>
        signature(t('agreement.witness', { number: index + 1 }), String(nama), keterangan ? String(keterangan) : ''),
      ),
      signature(position, name, `${pangkat.toUpperCase()} NRP ${nrp}`),
      signature(names.villageHead(villageCode), '', '', t('agreement.knownBy')),
    ],
    foot: letter.foot,
  }
}

const signature = (position: string, name: string, line = '', above = '') => ({
  above,
  position: position.toUpperCase(),
  name: name.toUpperCase(),
  line,
})
