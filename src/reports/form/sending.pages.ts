import { paths } from '../../kernel/paths.ts'
import type { Say } from '../../sentences/say.ts'

interface Sent {
  kind: 'report' | 'brief'
  type: string
  id: string
  /** What its author will know it by while it waits. */
  label: string
}

/** What the script needs to encrypt a form on the phone and to send it from there; `{time}` is the script's to fill. */
export const sendFrom = (t: Say, { id, ...form }: Sent) => ({
  ...form,
  receiptHref: paths.receipt(id),
  queueHref: paths.phoneQueue({ baru: 'ya' }),
  stored: t('phone.stored', { time: '{time}' }),
})

export type SendFrom = ReturnType<typeof sendFrom>
