import type { Actor } from './actor.ts'

/** The part of the organisation an actor can see. Every query takes one. */
export type Reach = { kind: 'own'; personId: string } | { kind: 'unit'; path: string }

export function reachOf(actor: Actor): Reach {
  return actor.role === 'bhabinkamtibmas' ? { kind: 'own', personId: actor.id } : { kind: 'unit', path: actor.unitPath }
}
