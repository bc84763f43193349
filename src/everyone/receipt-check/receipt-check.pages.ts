import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { VisitorContext } from '../../platform/http/endpoint.ts'
import type { Received } from './receipt-check.queries.ts'

interface ReceiptQuery {
  number: string
  code?: string
  answer?: Received | 'different' | { minutes: number }
}

/** Says of a number and its code no more than when it was received. */
export function receiptCheckPage(
  context: VisitorContext & { signedIn: boolean },
  { number, code = '', answer }: ReceiptQuery,
) {
  const { t, signedIn } = context
  return {
    title: t('receiptCheck.title'),
    heading: t('receiptCheck.title'),
    action: paths.receiptCheck(),
    number,
    code,
    answers: answer ? [told(context, answer)] : [],
    back: signedIn ? paths.home : paths.signIn('/'),
  }
}

function told({ t, locale }: VisitorContext, answer: NonNullable<ReceiptQuery['answer']>) {
  if (answer === 'different')
    return { kind: 'warning', title: t('receiptCheck.different'), text: t('receiptCheck.different.do') }
  if ('minutes' in answer) return { kind: 'warning', title: '', text: t('receiptCheck.wait', answer) }
  const at = showInstant(answer.arrivedAt, answer.timeZone, locale)
  return { kind: 'good', title: '', text: t('receiptCheck.received', { at }) }
}
