const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sha256 = /^[0-9a-f]{64}$/

/** Only in small letters, as phones and the database write them: so two texts that differ are two ids. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** A SHA-256, in the hex that we name photos and envelopes by. */
export const isHash = (value: unknown): value is string => typeof value === 'string' && sha256.test(value)
