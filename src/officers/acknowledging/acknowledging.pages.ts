import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FoundReport } from '../../reports/record/index.ts'

export type Refusing = 'disown' | 'endorse' | 'reject'

const actions = { disown: paths.disowning, endorse: paths.endorsement, reject: paths.rejection } as const

/** Asks for the reason of an answer that needs one. */
export const answerPage = (
  { t }: Context,
  { id, number }: FoundReport,
  answer: Refusing,
  reason = '',
  errors = new Map<string, string>(),
) => ({
  title: t(`authorship.${answer}Title`),
  heading: t(`authorship.${answer}Title`),
  subheading: number,
  back: paths.report(id),
  hasErrors: errors.size > 0,
  problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
  action: actions[answer](id),
  text: t(`authorship.${answer}Text`),
  label: t(`authorship.${answer}Reason`),
  reason,
  error: errors.get('alasan') ?? '',
  button: { label: t(`authorship.${answer}`), name: 'aksi', value: 'putuskan' },
})
