/** Everything that the audit remembers, in the past tense. */
export const eventNames = [
  'report.filed',
  'report.conflicted',
  'report.completed',
  'report.checked',
  'report.verified',
  'report.accepted',
  'report.undone',
  'report.returned',
  'report.corrected',
  'report.recalled',
  'report.resent',
  'report.markedDuplicate',
  'report.supplemented',
  'report.cancelled',
  'nihil.filed',
  'nihil.withdrawn',
  'setting.changed',
  'entry.registered',
  'entry.edited',
  'nik.revealed',
  'session.opened',
  'session.refused',
  'session.closed',
  'session.ended',
  'password.changed',
  'person.created',
  'person.edited',
  'person.suspended',
  'person.reinstated',
  'person.moved',
  'person.assigned',
  'person.unassigned',
  'slip.issued',
  'unit.created',
  'unit.villagesChanged',
] as const

export type EventName = (typeof eventNames)[number]

/** Those that others may want to act on, besides being remembered. */
const announced: ReadonlySet<EventName> = new Set([
  'report.filed',
  'report.completed',
  'report.checked',
  'report.verified',
  'report.accepted',
  'report.undone',
  'report.returned',
  'report.corrected',
  'report.recalled',
  'report.resent',
  'report.markedDuplicate',
  'report.supplemented',
  'report.cancelled',
])

export const isAnnounced = (name: EventName): boolean => announced.has(name)
