/** Prisma's and PostgreSQL's ways to say that nobody answers, that there is no room, or that it took too long. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
/** Connection lost, shutting down, starting up, too many clients, disk full, cancelled by a time-out. */
const sqlStates = /^(08\w{3}|57P0[1-3]|53\w{3}|57014|55P03)$/
const words =
  /timeout exceeded when trying to connect|Connection terminated|Can't reach database|Unable to start a transaction/

interface Fault {
  code?: string
  message?: string
  meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } }
  cause?: unknown
}

/** Whether the database is away or overloaded, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code = '', message = '', meta, cause } = error as Fault
  const original = meta?.driverAdapterError?.cause?.originalCode ?? meta?.code ?? ''
  return (
    prismaCodes.has(code) ||
    systemCodes.has(code) ||
    sqlStates.test(code) ||
    sqlStates.test(original) ||
    words.test(message) ||
    (cause !== undefined && cause !== error && isUnavailable(cause))
  )
}
