/** What may go wrong in ways a person can understand. Anything else is a bug, and answers 500. */
export abstract class DomainError extends Error {
  abstract readonly status: number
  readonly messageKey: string
  readonly params: Record<string, string | number>

  constructor(messageKey: string, params: Record<string, string | number> = {}) {
    super(messageKey)
    this.messageKey = messageKey
    this.params = params
  }
}

export class NotFound extends DomainError {
  readonly status = 404
  constructor(messageKey = 'error.notFound') {
    super(messageKey)
  }
}

export class Forbidden extends DomainError {
  readonly status = 403
  constructor(messageKey = 'error.forbidden') {
    super(messageKey)
  }
}

/** The request cannot be understood as one of ours: there is no field at which to say so. */
export class Invalid extends DomainError {
  readonly status: number
  constructor(messageKey = 'error.invalid', status = 400) {
    super(messageKey)
    this.status = status
  }
}

/** Somebody else was first, or the thing has moved on. */
export class Conflict extends DomainError {
  readonly status = 409
}

/** The server has no room for this now; the same request may succeed later. */
export class Busy extends DomainError {
  readonly status: number
  readonly retryAfterSeconds: number
  constructor(messageKey: string, retryAfterSeconds: number, status = 503) {
    super(messageKey, { seconds: retryAfterSeconds, minutes: Math.ceil(retryAfterSeconds / 60) })
    this.retryAfterSeconds = retryAfterSeconds
    this.status = status
  }
}

export function orNotFound<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotFound()
  return value
}
