/** Prisma's and PostgreSQL's ways to say that nobody answers, that there is no room, or that it took too long. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
/** Connection lost, shutting down, starting up, too many clients, disk full, cancelled by a time-out. */
const sqlStates = /^(08\w{3}|57P0[1-3]|53\w{3}|57014|55P03)$/
const words =
  /timeout exceeded when trying to connect|Connection terminated|Can't reach database|Unable to start a transaction|Query read timeout/

interface Fault {
  code?: string
  message?: string
  meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string; kind?: string } } }
  cause?: unknown
}

/** Every code that the error carries, wherever Prisma or the driver has put it. */
function codesOf({ code, meta }: Fault): string[] {
  return [code, meta?.code, meta?.driverAdapterError?.cause?.originalCode].filter((one) => one !== undefined)
}

const isAway = (code: string): boolean => prismaCodes.has(code) || systemCodes.has(code) || sqlStates.test(code)

/** Whether the database is away or overloaded, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const fault = error as Fault
  if (codesOf(fault).some(isAway) || words.test(fault.message ?? '')) return true
  return fault.cause !== error && isUnavailable(fault.cause)
}
