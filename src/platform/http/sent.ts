/** A form body as it was sent: names that came twice are arrays. */
export type Sent = Record<string, unknown>
