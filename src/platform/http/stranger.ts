import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { Invalid } from '../../kernel/errors.ts'
import { type FormSender, type KeptFile, keepFiles, roomFor } from '../db/kept-files.ts'
import { type Body, readBody } from './body.ts'
import type { Context, Endpoint, UploadedFile, VisitorContext } from './endpoint.ts'
import { sealForm } from './kept-form.ts'
import { type KeptForm } from './kept-form-model.ts'
import { redirect, type Sendable } from './reply.ts'
import { takingTurns } from './turns.ts'

export interface StrangerDeps {
  /** A photo, or the file that has it, drawn anew; nothing when it is none. */
  cleanPhoto: (photo: Buffer | string) => Promise<Buffer | undefined>
  /** The page that asks who it is, for an own password, or which devices are theirs, and carries a form along. */
  askFirst: (context: VisitorContext | Context, form: KeptForm, sealed: string) => Sendable | Promise<Sendable>
}

const mostPhotos = 3
/** Photos of how many strangers are cleaned at once; the others wait in turn. */
const inTurn = takingTurns(8)

/** Nothing is typed there that somebody would miss. */
const unkept = new Set(['password.change', 'session.manage', 'envelope.carry'])

/** A form of somebody who may not send it yet is kept, to be sent on by itself once he may. */
export async function keepForm(
  endpoint: Endpoint,
  context: VisitorContext,
  req: Request,
  res: Response,
  deps: StrangerDeps,
): Promise<Sendable | undefined> {
  if (endpoint.method !== 'post' || unkept.has(endpoint.allow)) return undefined
  const body = await readStranger(req, res, endpoint.files ?? false)
  const words = Object.entries(body.sent).filter(([name]) => !/sandi/i.test(name))
  if (words.length === 0) return undefined
  const form = await formOf(endpoint, context, req, { ...body, sent: Object.fromEntries(words) }, deps)
  const sealed = sealForm(context.sealer, form)
  if (sealed === undefined) throw new Invalid('error.tooLarge', 413)
  return deps.askFirst(context, form, sealed)
}

/** Reads the body of somebody who is not known. What bounds it stands in `bodies.ts` and `uploads.ts`. */
export const readStranger = (req: Request, res: Response, takesFiles: boolean): Promise<Body> =>
  readBody(req, res, takesFiles ? 'photos' : 'none')

async function formOf(
  endpoint: Endpoint,
  context: VisitorContext,
  req: Request,
  { sent, files, dropped }: Body,
  deps: StrangerDeps,
): Promise<KeptForm> {
  const id = randomUUID()
  const kept = files.length > 0 ? await keepPhotos(context, id, files, deps) : 0
  const lost = files.length + dropped - kept
  return {
    ...{ id, path: endpoint.path, params: context.params, url: req.originalUrl },
    ...{ sent, writer: context.lastHere },
    ...{ photos: { kept, lost }, at: context.now.toISOString() },
  }
}

/** A browser that somebody has signed in on is counted by itself, any other by its address. */
const senderOf = ({ sealer, address, device, hasSignedInHere }: VisitorContext): FormSender => ({
  sender: sealer.index(hasSignedInHere ? `browser:${device}` : `address:${address}`),
  isKnown: hasSignedInHere,
})

function keepPhotos(
  context: VisitorContext,
  formId: string,
  files: UploadedFile[],
  { cleanPhoto }: StrangerDeps,
): Promise<number> {
  const { tx, now } = context
  const from = senderOf(context)
  return inTurn(async () => {
    // Asked before anything is cleaned: what finds no room costs no work.
    const room = Math.min(mostPhotos, await roomFor(tx, from, now))
    const clean: KeptFile[] = []
    for (const { field, body, path } of files.slice(0, room)) {
      const drawn = await cleanPhoto(path ?? body)
      if (drawn) clean.push({ field, body: drawn })
    }
    if (clean.length > 0) await keepFiles(tx, { formId, files: clean, from, now })
    return clean.length
  })
}

/** Where somebody is sent who asks for a page and is not signed in. */
export const signInFirst = (req: Request): Sendable =>
  redirect(
    req.method === 'GET' && req.path !== '/' ? `/masuk?kembali=${encodeURIComponent(req.originalUrl)}` : '/masuk',
  )
