import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pino, { type DestinationStream, type Logger } from 'pino'
import { pinoHttp } from 'pino-http'

export type Log = Logger

/** Bodies, cookies and queries never reach the log: they carry names, complaints and passwords. */
const redact = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.body',
  'err.meta',
  '*.password',
  '*.sandi',
  '*.nik',
]

/** To standard output, or where a test reads it. */
export const createLog = (level: string, destination?: DestinationStream): Log => {
  const settings = { level, redact, serializers: { err: told } }
  return destination ? pino(settings, destination) : pino(settings)
}

/** What an error page, the log and the audit call a request. */
export const newReference = (): string => randomUUID().slice(0, 8).toUpperCase()

/** One line a request: method, path without its query, status, time, and the number that an error page shows. */
export const requestLog = (log: Log) =>
  pinoHttp({
    logger: log,
    genReqId: newReference,
    autoLogging: { ignore: (req) => /^\/(assets|img|livez|readyz|sehat)/.test(req.url ?? '') },
    serializers: {
      req: (req: { method: string; url: string; id: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split('?')[0],
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      err: told,
    },
    customLogLevel: (_req: IncomingMessage, res: ServerResponse, error?: Error) =>
      error || res.statusCode >= 500 ? 'error' : 'info',
  })

/** All that is told of an error: what a library hangs on it may be a row or a parameter. */
function told(error: Error & { code?: string }) {
  const { name, code, message, stack } = error
  return { type: name, code, message: withoutValues(message), stack: withoutValues(stack ?? '') }
}

/** Database errors quote the row that broke a rule; a row is personal data. */
const withoutValues = (text: string) => text.replace(/DETAIL:.*|\(.*?\)=\(.*?\)/g, '…').slice(0, 4000)
