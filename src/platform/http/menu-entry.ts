import type { Actor } from '../../access/policy/actor.ts'
import type { MessageKey } from '../../sentences/say.ts'

interface Entry {
  label: MessageKey | ((actor: Actor) => MessageKey)
  /** Smaller ones come first. */
  order: number
}

/** An entry of the bar: the tabs of a phone, the top of a desk. */
export interface BarEntry extends Entry {
  in: 'bar'
  icon: string
  primary?: boolean
  /** Where the bar of a phone is full, it is in the account menu there. */
  seldom?: boolean
  /** Other addresses that belong under this one. */
  covers?: readonly string[]
}

/** An entry of the menu behind the person's name. */
export interface AccountEntry extends Entry {
  in: 'account'
}

export type MenuEntry = BarEntry | AccountEntry
