import { once } from 'node:events'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import type { Actor } from '../../access/policy/actor.ts'
import type { Locale } from '../../kernel/locale.ts'
import { isMessageKey, sayIn } from '../../sentences/say.ts'
import { pageHtml } from '../views/render.ts'
import { localeOf } from './locale.ts'
import type { Entering, Notice, Sendable } from './reply.ts'
import { type BannerOf, type ShellSite, shellOf } from './shell.ts'

const noticeCookie = 'kabar'

/** A browser forgets a `__Host-` cookie only when it is told in the same words that set it. */
const guarded = (req: Request) => ({ httpOnly: true, sameSite: 'lax' as const, secure: req.secure })

/** What every answer of the site needs. */
export interface SendingSite extends ShellSite {
  sessionCookie: string
  bannerOf: BannerOf
}

/** Sends a reply to the browser. */
export type Send = (req: Request, res: Response, reply: Sendable, actor: Actor | undefined) => Promise<void>

/** The one place that turns replies into bytes. */
export const sender =
  (site: SendingSite): Send =>
  (req, res, reply, actor) =>
    send(site, req, res, reply, actor)

async function send(
  site: SendingSite,
  req: Request,
  res: Response,
  reply: Sendable,
  actor: Actor | undefined,
): Promise<void> {
  res.setHeader('Cache-Control', 'no-store')
  switch (reply.kind) {
    case 'page':
      return sendHtml(req, res, reply.status, await htmlOf(site, req, res, reply, actor))
    case 'redirect':
      return redirectTo(req, res, reply)
    case 'download':
      return sendParts(res, reply)
    case 'image':
      return sendImage(res, reply)
    case 'plain':
      res.status(reply.status).type('text/plain; charset=utf-8').send(reply.body)
      return
    case 'json':
      res.json(reply.body)
      return
    case 'enter':
      await enter(req, reply.person)
      return redirectTo(req, res, reply)
    case 'leave':
      await new Promise((settle) => req.session.destroy(settle))
      res.clearCookie(site.sessionCookie, guarded(req))
      res.setHeader('Clear-Site-Data', '"cache"')
      return res.redirect(303, reply.to)
    case 'language':
      res.cookie('bahasa', reply.locale, { ...guarded(req), maxAge: 365 * 86_400_000 })
      return res.redirect(303, reply.to)
  }
}

async function htmlOf(
  site: SendingSite,
  req: Request,
  res: Response,
  reply: Extract<Sendable, { kind: 'page' }>,
  actor: Actor | undefined,
): Promise<string> {
  const locale = localeOf(req)
  const returnTo = req.method === 'GET' ? req.originalUrl : '/'
  const banner = actor && reply.layout !== 'print' ? await bannerFor(site, req, actor, locale) : ''
  const { path, method } = req
  const shown = { path, returnTo, posted: method === 'POST', notice: takeNotice(req, res), banner }
  const shell = shellOf(site, { actor, locale, ...shown, model: reply.model })
  return pageHtml(reply.layout, reply.view, reply.model, shell, locale)
}

/** No page fails for the want of it: least of all the one that says that the database is away. */
async function bannerFor({ bannerOf }: SendingSite, req: Request, actor: Actor, locale: Locale): Promise<string> {
  return bannerOf(actor, locale).catch((error: unknown) => {
    req.log.error({ err: error }, 'banner')
    return ''
  })
}

/** A notice is shown once; a cookie carries it, so that telling costs no session. */
function takeNotice(req: Request, res: Response): string {
  const raw = cookieOf(req, noticeCookie)
  if (raw === undefined) return ''
  res.clearCookie(noticeCookie, guarded(req))
  try {
    const { key, params } = JSON.parse(decodeURIComponent(raw)) as Notice
    return isMessageKey(key) ? sayIn(localeOf(req))(key, params) : ''
  } catch {
    return ''
  }
}

export const cookieOf = (req: Request, name: string): string | undefined =>
  req.headers.cookie
    ?.split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** One synchronous call on a page of some kilobytes costs less than a stream does. */
function sendHtml(req: Request, res: Response, status: number, html: string): void {
  res.status(status).type('html').vary('Accept-Encoding')
  const encoding = req.acceptsEncodings('br', 'gzip', 'identity')
  if (encoding === 'br') {
    res.setHeader('Content-Encoding', 'br')
    res.end(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }))
  } else if (encoding === 'gzip') {
    res.setHeader('Content-Encoding', 'gzip')
    res.end(gzipSync(html, { level: 4 }))
  } else {
    res.end(html)
  }
}

async function sendParts(
  res: Response,
  { filename, type, parts }: Extract<Sendable, { kind: 'download' }>,
): Promise<void> {
  res.attachment(filename)
  res.setHeader('Content-Type', type)
  for await (const part of parts) if (!res.write(part)) await drained(res)
  res.end()
}

const leastReadPerSecond = 500
const leastReadMs = 20_000

/** A download holds its place while it is written: a reader who takes less than 500 bytes a second is let go. */
async function drained(res: Response): Promise<void> {
  const ms = Math.max(leastReadMs, (res.writableLength / leastReadPerSecond) * 1000)
  const timer = setTimeout(() => res.destroy(), ms).unref()
  const gone = new AbortController()
  const onClose = () => gone.abort()
  res.once('close', onClose)
  try {
    await once(res, 'drain', { signal: gone.signal })
  } finally {
    clearTimeout(timer)
    res.off('close', onClose)
  }
}

/** A photo is only ever shown by a page of ours: never as a document of its own. */
function sendImage(res: Response, { body, type }: Extract<Sendable, { kind: 'image' }>): void {
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.setHeader('Content-Disposition', 'inline; filename="foto.jpg"')
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  res.type(type).end(body)
}

function redirectTo(req: Request, res: Response, { to, notice }: { to: string; notice?: Notice }): void {
  if (notice) res.cookie(noticeCookie, JSON.stringify(notice), { ...guarded(req), maxAge: 60_000 })
  res.redirect(303, to)
}

/** Opens a session for a person. */
export async function enter(req: Request, person: Entering): Promise<void> {
  const user = person as unknown as Express.User
  // Passport renews the session here, so that an id known before sign-in is worth nothing after it.
  await new Promise<void>((settle, fail) => req.logIn(user, (error: unknown) => (error ? fail(error) : settle())))
  await new Promise<void>((settle, fail) => req.session.save((error: unknown) => (error ? fail(error) : settle())))
}
