import { tidyDigits } from '../kernel/tidy.ts'
import { openGet, openPost, type VisitorHandling } from '../platform/http/endpoint.ts'
import { bare, type Reply } from '../platform/http/reply.ts'
import { wrongTries } from '../platform/http/wrong-tries.ts'
import { receiptCheckPage } from './receipt-check.pages.ts'
import { receivedAs } from './receipt-check.queries.ts'

/** A whole polsek may sit behind one address; a billion codes are more than can be tried even so. */
export const freeTries = 30
const tries = wrongTries(freeTries)

const textOf = (value: unknown): string => (typeof value === 'string' ? tidyDigits(value.slice(0, 100)) : '')

/** However it was copied from the receipt: with blanks, in small letters, the code with its hyphen or without. */
const asNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()
const asCode = (typed: string): string => typed.replace(/[^\da-z]/gi, '').toUpperCase()

async function check(context: VisitorHandling): Promise<Reply> {
  const { tx, address, sent } = context
  const [number, code] = [textOf(sent.nomor), textOf(sent.kode)]
  const seconds = await tries.begin(address)
  const say = (answer: Parameters<typeof receiptCheckPage>[1]['answer'] & {}, status: number) =>
    bare('receipt-check/show', receiptCheckPage(context, { number, code, answer }), status)
  if (seconds > 0) return say({ minutes: Math.ceil(seconds / 60) }, 429)
  const received = await receivedAs(tx, asNumber(number), asCode(code))
  if (!received) return say('different', 422)
  await tries.right(address)
  return say(received, 200)
}

/** Open to all: whoever is shown a receipt can see whether it was really given. */
export const receiptCheckRoutes = [
  openGet('/cek', (context) =>
    bare('receipt-check/show', receiptCheckPage(context, { number: textOf(context.query.nomor) })),
  ),
  openPost('/cek', check),
]
