import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { Invalid } from '../../kernel/errors.ts'
import type { Db } from '../db/connect.ts'
import { type FormSender, type ParkedFile, parkFiles, remainingQuota } from '../db/parked-files.ts'
import { limitConcurrency } from '../load/limit-concurrency.ts'
import { type Body, readBody } from './body.ts'
import type { Context, Endpoint, UploadedFile, VisitorContext } from './endpoint.ts'
import { encryptForm } from './form-resubmission.ts'
import { redirect, type Sendable } from './reply.ts'
import { type ResubmittedForm } from './resubmitted-form.ts'

export interface AnonymousRequestDeps {
  db: Db
  signInHref: (returnTo: string) => string
  /** Whether a control of this name holds a secret: it is never shown or stored. */
  isSecret: (name: string) => boolean
  /** A photo, or the file that has it, redrawn; nothing when it is none. */
  cleanPhoto: (photo: Buffer | string) => Promise<Buffer | undefined>
  /** The page that asks who it is, for an own password, or which devices are theirs, and carries a form along. */
  resubmissionPage: (
    context: VisitorContext | Context,
    form: ResubmittedForm,
    sealed: string,
  ) => Sendable | Promise<Sendable>
}

const mostPhotos = 3
/** How many anonymous requests have their photos cleaned at once; the others wait. */
const limited = limitConcurrency(8)

/** Returns the sign-in page with the form inside, to be resubmitted after sign-in; undefined where nothing was typed. */
export async function offerResubmission(
  endpoint: Endpoint,
  context: VisitorContext,
  req: Request,
  res: Response,
  deps: AnonymousRequestDeps,
): Promise<Sendable | undefined> {
  if (endpoint.method !== 'post' || endpoint.resubmits === false) return undefined
  const body = await readAnonymousBody(req, res, endpoint.files)
  const words = Object.entries(body.sent).filter(([name]) => !deps.isSecret(name))
  if (words.length === 0) return undefined
  const form = await formOf(endpoint, context, req, { ...body, sent: Object.fromEntries(words) }, deps)
  const sealed = encryptForm(context.cipher, form)
  if (sealed === undefined) throw new Invalid('error.tooLarge', 413)
  return deps.resubmissionPage(context, form, sealed)
}

/** Reads the body of somebody who is not known. What bounds it stands in `bodies.ts` and `uploads.ts`. */
export const readAnonymousBody = (req: Request, res: Response, files: string | undefined): Promise<Body> =>
  readBody(req, res, files === undefined ? 'none' : 'photos', files)

async function formOf(
  endpoint: Endpoint,
  context: VisitorContext,
  req: Request,
  { sent, files, dropped }: Body,
  deps: AnonymousRequestDeps,
): Promise<ResubmittedForm> {
  const id = randomUUID()
  const kept = files.length > 0 ? await parkPhotos(context, id, files, deps) : 0
  const lost = files.length + dropped - kept
  return {
    id,
    path: endpoint.path,
    params: context.params,
    url: req.originalUrl,
    sent,
    writer: context.lastHere,
    photos: { kept, lost },
    at: context.now.toISOString(),
  }
}

/** A browser that somebody has signed in on is counted by itself, any other by its address. */
const senderOf = ({ cipher, address, device, hasSignedInHere }: VisitorContext): FormSender => ({
  sender: cipher.index(hasSignedInHere ? `browser:${device}` : `address:${address}`),
  isKnown: hasSignedInHere,
})

function parkPhotos(
  context: VisitorContext,
  formId: string,
  files: UploadedFile[],
  { cleanPhoto, db }: AnonymousRequestDeps,
): Promise<number> {
  const { tx, now } = context
  const from = senderOf(context)
  return limited(async () => {
    // Asked before anything is cleaned: what finds no room costs no work.
    const room = Math.min(mostPhotos, await remainingQuota(tx, from, now))
    const clean: ParkedFile[] = []
    for (const { field, body, path } of files.slice(0, room)) {
      const drawn = await cleanPhoto(path ?? body)
      if (drawn) clean.push({ field, body: drawn })
    }
    if (clean.length > 0) await parkFiles(db, { formId, files: clean, from, now })
    return clean.length
  })
}

/** Where somebody is sent who asks for a page and is not signed in. */
export const signInFirst = (req: Request, { signInHref }: Pick<AnonymousRequestDeps, 'signInHref'>): Sendable =>
  redirect(signInHref(req.method === 'GET' && req.path !== '/' ? req.originalUrl : ''))
