import { Conflict } from '../../kernel/errors.ts'
import { showInstant } from '../../kernel/format.ts'
import type { MessageKey } from '../../sentences/say.ts'
import type { EventName } from '../db/events.ts'
import { lastChange } from '../db/last-change.ts'
import type { Handling } from './endpoint.ts'
import type { Reply } from './reply.ts'

interface Ending<S> {
  /** The change that ends it. */
  event: EventName
  /** What is said when somebody else, or something else, ended it: with `who` and `at`. */
  endedBy: MessageKey
  /** Where the first press led. */
  done: (handling: Handling<S>) => Reply
  /** Whether what was sent is what was recorded. */
  isSame?: (handling: Handling<S>) => boolean
}

/**
 * The `overtaken` of a thing that ends once: pressed twice by one person it leads where the first press led.
 * @throws Conflict that names who ended it and when, otherwise
 */
export const endedOnce =
  <S extends { id: string }>({ event, endedBy, done, isSame = () => true }: Ending<S>) =>
  async (handling: Handling<S>): Promise<Reply | undefined> => {
    const { tx, actor, locale, subject } = handling
    const last = await lastChange(tx, subject.id, event)
    if (!last?.actor) return undefined
    if (last.actorId === actor.id && isSame(handling)) return done(handling)
    const who = `${last.actor.pangkat} ${last.actor.name}`
    throw new Conflict(endedBy, { who, at: showInstant(last.at, actor.timeZone, locale) })
  }
