import type { Actor } from './actor.ts'

/** The part of the organisation an actor can see. Every query takes one. */
export type Scope = { kind: 'own'; personId: string } | { kind: 'unit'; path: string }

export function scopeOf(actor: Actor): Scope {
  return actor.role === 'bhabinkamtibmas' ? { kind: 'own', personId: actor.id } : { kind: 'unit', path: actor.unitPath }
}
