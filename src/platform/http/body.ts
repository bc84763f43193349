import type { Request, RequestHandler, Response } from 'express'
import express from 'express'
import multer, { MulterError } from 'multer'
import { Busy, Invalid } from '../../kernel/errors.ts'
import { slotForBody } from '../load/concurrency-limits.ts'
import { withEnvelopes } from './carried-files.ts'
import type { UploadedFile } from './endpoint.ts'
import { takeInlined } from './inlined-photos.ts'
import { withoutNul } from './no-nul.ts'
import type { Sent } from './sent.ts'
import { mostOfPhoto, uploads } from './uploads.ts'

/** `inflate: false`: no browser compresses a form, but a bomb does. */
const json = express.json({ limit: '16kb', inflate: false })

const urlencoded = express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 1000, inflate: false })

const limits = {
  // More than a report takes: one too many is said at the photos, with all that was typed.
  files: 6,
  fileSize: mostOfPhoto,
  fields: 600,
  fieldSize: 64 * 1024,
  fieldNameSize: 100,
  parts: 700,
  headerPairs: 20,
}

const withPhotos = multer({ storage: uploads, limits, defParamCharset: 'utf8' }).any()

/** Photos run past and are only counted. */
const wordsOnly = multer({
  limits,
  fileFilter: (req, _file, done) => {
    req.dropped = (req.dropped ?? 0) + 1
    done(null, false)
  },
}).any()

type Middleware = (req: Request, res: Response, next: (error?: unknown) => void) => void

const pass = (middleware: Middleware, req: Request, res: Response): Promise<void> =>
  new Promise((settle, fail) =>
    middleware(req, res, (error) => {
      if (!error) return settle()
      // What was read before it became too much is not lost: the page that says so shows it.
      req.typed = { ...(req.body as object | undefined) }
      fail(understood(error))
    }),
  )

/** What a parser did not like is the sender's fault, not ours: it gets a sentence, not a 500. */
function understood(error: unknown): unknown {
  if (error instanceof MulterError)
    return error.code.startsWith('LIMIT_') ? new Invalid('error.tooLarge', 413) : new Invalid()
  const { status, message } = error as { status?: number; message?: string }
  if (status === 413) return new Invalid('error.tooLarge', 413)
  if (status !== undefined && status < 500) return new Invalid('error.invalid', status)
  if (/multipart|boundary|form|header|aborted|part/i.test(message ?? '')) return new Invalid()
  return error
}

const hasContent = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

export interface Body {
  sent: Sent
  files: UploadedFile[]
  /** How many photos came that were not read. */
  dropped: number
}

/**
 * What of a form with files is read: `none` refuses one; `envelopes` are files that come from phones. `json`: no form at
 * all, but what a script of ours sends.
 */
export type Takes = 'none' | 'words' | 'photos' | 'envelopes' | 'json'

const readers: Record<Exclude<Takes, 'none' | 'json'>, RequestHandler> = {
  words: wordsOnly,
  photos: withPhotos,
  envelopes: withEnvelopes,
}

/** `photoField`: the control of the photos. Reads the body of a POST, with a cap on everything that can be large. Only asked once the sender may post here at all. */
export async function readBody(req: Request, res: Response, takes: Takes, photoField = ''): Promise<Body> {
  if (takes === 'json') {
    if (!req.is('application/json')) throw new Invalid('error.invalid', 415)
    await pass(json as Middleware, req, res)
  } else if (req.is('multipart/form-data')) {
    if (takes === 'none') throw new Invalid('error.invalid', 415)
    await pass(readers[takes] as Middleware, req, res)
  } else if (req.is('application/x-www-form-urlencoded')) {
    await pass(urlencoded as Middleware, req, res)
  } else if (hasContent(req)) {
    throw new Invalid('error.invalid', 415)
  }
  const sent: Sent = withoutNul(Object.assign(Object.create(null), req.body ?? {}))
  const { dropped = 0 } = req
  const files = [...filesOf(req), ...(takes === 'photos' ? takeInlined(sent, photoField) : [])]
  const body = asBody(req, sent, files, dropped)
  const seconds = await slotForBody(req)
  if (seconds > 0) throw new Busy('error.busy', seconds)
  return body
}

/** The photos that were read with the request. */
export const filesOf = (req: Request): UploadedFile[] =>
  ((req.files ?? []) as (Express.Multer.File & Pick<UploadedFile, 'carried'>)[]).map(
    ({ fieldname, originalname, buffer, path, carried }) => ({
      field: fieldname,
      name: originalname,
      body: buffer,
      ...(path ? { path } : {}),
      ...(carried ? { carried } : {}),
    }),
  )

/** Gives a request this body: the one that came with it, or the one of a form that was kept. */
export function asBody(req: Request, sent: Sent, files: UploadedFile[], dropped = 0): Body {
  // Validation changes the body in place; what was typed must stay as it was typed.
  req.body = { ...sent }
  req.typed = sent
  req.uploaded = files
  return { sent, files: files.filter(({ body, name }) => body.length > 0 || name), dropped }
}
