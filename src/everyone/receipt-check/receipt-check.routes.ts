import { tidyDigits } from '../../kernel/tidy.ts'
import { openGet, openPost, type VisitorHandling } from '../../platform/http/endpoint.ts'
import { bare, type Reply } from '../../platform/http/reply.ts'
import { wrongTries } from '../../platform/http/wrong-tries.ts'
import { receiptCheckPage } from './receipt-check.pages.ts'
import { receivedAs } from './receipt-check.queries.ts'

/** Wrong tries of an address that are told from one another: a whole polsek may sit behind it. */
export const freeTries = 30
const tries = wrongTries(freeTries)
/**
 * A right code is answered however many wrong ones came before, so that nobody can be kept from it. What bounds guessing is
 * this number for one report, which only a flood reaches: of a thousand million codes, 0.4 % in a day of nothing else.
 */
const lookUpsOfNumber = wrongTries(3000, 60)

const textOf = (value: unknown): string => (typeof value === 'string' ? tidyDigits(value.slice(0, 100)) : '')

/** However it was copied from the receipt: with blanks, in small letters, the code with its hyphen or without. */
const asNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase()
const asCode = (typed: string): string => typed.replace(/[^\da-z]/gi, '').toUpperCase()

async function check(context: VisitorHandling): Promise<Reply> {
  const { tx, address, sent } = context
  const [number, code] = [textOf(sent.nomor), textOf(sent.kode)]
  const say = (answer: Parameters<typeof receiptCheckPage>[1]['answer'] & {}, status: number) =>
    bare('receipt-check/show', receiptCheckPage(context, { number, code, answer }), status)
  const mayLook = (await lookUpsOfNumber.begin(asNumber(number))) === 0
  const received = mayLook ? await receivedAs(tx, asNumber(number), asCode(code)) : undefined
  if (received) {
    await lookUpsOfNumber.right(asNumber(number))
    return say(received, 200)
  }
  const seconds = await tries.begin(address)
  return seconds > 0 ? say({ minutes: Math.ceil(seconds / 60) }, 429) : say('different', 422)
}

/** Open to all: anybody can check whether a receipt is genuine. */
export const receiptCheckRoutes = [
  openGet('/cek', (context) =>
    bare('receipt-check/show', receiptCheckPage(context, { number: textOf(context.query.nomor) })),
  ),
  openPost('/cek', check),
]
