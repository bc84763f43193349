import { paths } from '../../kernel/paths.ts'
import type { Say } from '../../sentences/say.ts'
import {
  type Answers,
  type ReportType,
  readLabel,
  type Showing,
  showAnswer,
  type Wire,
  wireOf,
} from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import { headlineOf } from '../registry/index.ts'
import type { questionsOf } from './questions.pages.ts'
import { sendFrom } from './sending.pages.ts'

export interface AnswerRow {
  label: string
  value: string
  lines: string[]
}

export interface AnswerSection {
  title: string
  rows: AnswerRow[]
}

/** The answers as people read them, section by section; what was not asked or not given is left out. */
export function answerSections(type: ReportType, answers: Answers, showing: Showing): AnswerSection[] {
  return type.sections
    .map(({ title, fields }) => ({
      title: title[showing.locale],
      rows: fields.flatMap((key) => {
        const field = type.fields[key]!
        const value = field.insteadOf ? '' : showAnswer(type.fields, key, answers, showing)
        if (value === '') return []
        const lines = value.split('\n')
        return [
          {
            label: readLabel(field, showing.locale),
            value: lines.length === 1 ? value : '',
            lines: lines.length === 1 ? [] : lines,
          },
        ]
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** The photos that stand with a report. */
export const reportPhotos = ({ t }: { t: Say }, report: FoundReport) =>
  report.photos.map(({ ordinal }) => ({
    src: paths.photo(report.id, ordinal!),
    alt: t('report.photoNumber', { number: ordinal! }),
  }))

export interface PreviewedReport {
  type: ReportType
  id: string
  /** Of the form that asked. */
  formVersion: number
  answers: Answers
  photos: { hash: string }[]
  showing: Showing
  t: Say
}

export interface QuestionedReport extends PreviewedReport {
  /** What is odd about it, or resembles it: answered here, before it is sent. */
  questions?: ReturnType<typeof questionsOf>
}

/** The report once as the reviewer will see it, before it is sent. It carries every answer, so that sending needs nothing else. */
export function checkPage({ type, id, formVersion, answers, photos, showing, t, questions }: QuestionedReport) {
  const { locale } = showing
  return {
    title: t('report.checkTitle'),
    heading: type.title[locale],
    subheading: t('report.checkTitle'),
    back: '',
    action: paths.fileReport(type.key),
    hidden: hiddenFields({
      ...wireOf(type, answers),
      laporanId: id,
      versiFormulir: String(formVersion),
      fotoHash: photos.map(({ hash }) => hash),
    }),
    sections: answerSections(type, answers, showing),
    photos: photos.map(({ hash }, index) => ({
      src: paths.parkedPhoto(id, hash),
      alt: t('report.photoNumber', { number: index + 1 }),
    })),
    photosTitle: type.photos.label[locale],
    send: [sendFrom(t, { kind: 'report', type: type.key, id, label: labelOf(type, answers, showing) })],
    questionCount: questions?.count ?? '',
    questionsHref: questions?.firstHref ?? '',
    questions: questions?.questions ?? [],
    bar: {
      primary: { label: t('report.file'), name: 'aksi', value: 'kirim' },
      secondary: { label: t('report.edit'), name: 'aksi', value: 'ubah' },
      text: t('report.recallable'),
    },
  }
}

const labelOf = (type: ReportType, answers: Answers, showing: Showing): string =>
  [type.title[showing.locale], headlineOf(type, answers, showing)].filter(Boolean).join(': ')

export const hiddenFields = (wire: Wire): { name: string; value: string }[] =>
  Object.entries(wire).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))
