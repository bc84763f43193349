/** A time in which the server could not be reached: from the last sign of life before it to the first after it. */
export interface Outage {
  since: Date
  until: Date
}

/** From so long a silence on, it was an outage. */
export const leastOutageMs = 5 * 60_000

/** In their order, and what overlaps or touches as one. */
export function joined(outages: readonly Outage[]): Outage[] {
  const sorted = outages
    .filter(({ since, until }) => until > since)
    .sort((a, b) => a.since.getTime() - b.since.getTime())
  const apart: Outage[] = []
  for (const { since, until } of sorted) {
    const last = apart.at(-1)
    if (!last || since > last.until) apart.push({ since, until })
    else if (until > last.until) last.until = until
  }
  return apart
}

/** What of the outages lies after this instant. */
export const after = (instant: Date, outages: readonly Outage[]): Outage[] =>
  outages
    .filter(({ until }) => until > instant)
    .map(({ since, until }) => ({ since: since < instant ? instant : since, until }))

/**
 * When something is due once its clock has stood still during each outage: every outage that begins before it is due
 * moves it by its length, also one that begins only within the time that another has added.
 */
export const effectiveDue = (due: Date, outages: readonly Outage[]): Date =>
  joined(outages).reduce(
    (at, { since, until }) => (since < at ? new Date(at.getTime() + until.getTime() - since.getTime()) : at),
    due,
  )
