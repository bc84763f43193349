import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { Invalid } from '../../kernel/errors.ts'
import { hasRoomFor, type KeptFile, keepFiles } from '../db/kept-files.ts'
import { type Body, readBody } from './body.ts'
import type { Context, Endpoint, UploadedFile, VisitorContext } from './endpoint.ts'
import { type KeptForm, sealForm } from './kept-form.ts'
import { redirect, type Sendable } from './reply.ts'

export interface StrangerDeps {
  /** A photo, or the file that has it, drawn anew; nothing when it is none. */
  cleanPhoto: (photo: Buffer | string) => Promise<Buffer | undefined>
  /** The page that asks who it is, for an own password, or which devices are theirs, and carries a form along. */
  askFirst: (context: VisitorContext | Context, form: KeptForm, sealed: string) => Sendable | Promise<Sendable>
}

/** What strangers send is held in memory until it is cleaned; past this many at once only their words are read. */
const mostAtOnce = 8
const mostPhotos = 3
let atWork = 0

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

/** Reads the body of somebody who is not known; a place is given back when his answer is out, and his photos with it. */
export function readStranger(req: Request, res: Response, takesFiles: boolean): Promise<Body> {
  if (!takesFiles) return readBody(req, res, 'none')
  atWork += 1
  res.once('close', () => {
    atWork -= 1
  })
  return readBody(req, res, atWork > mostAtOnce ? 'words' : 'photos')
}

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

async function keepPhotos(
  { tx, now, sealer, address }: VisitorContext,
  formId: string,
  files: UploadedFile[],
  { cleanPhoto }: StrangerDeps,
): Promise<number> {
  const sender = sealer.index(`address:${address}`)
  if (!(await hasRoomFor(tx, sender, now))) return 0
  const clean: KeptFile[] = []
  for (const { field, body, path } of files.slice(0, mostPhotos)) {
    const drawn = await cleanPhoto(path ?? body)
    if (drawn) clean.push({ field, body: drawn })
  }
  await keepFiles(tx, { formId, files: clean, sender, now })
  return clean.length
}

/** Where somebody is sent who asks for a page and is not signed in. */
export const signInFirst = (req: Request): Sendable =>
  redirect(
    req.method === 'GET' && req.path !== '/' ? `/masuk?kembali=${encodeURIComponent(req.originalUrl)}` : '/masuk',
  )
