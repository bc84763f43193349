import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Express, NextFunction, Request, Response } from 'express'
import express from 'express'
import { asset } from '../views/assets.ts'

const publicFolder = fileURLToPath(new URL('../../../public/', import.meta.url))
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** `off` sends a worker that takes the place of ours and removes itself. */
export type ServiceWorker = 'on' | 'off'

/** Files made at build: their name changes with their content, so a browser may keep them for a year. */
export function serveStatic(app: Express, serviceWorker: ServiceWorker): void {
  app.use(
    '/assets',
    lighter,
    compressed,
    express.static(`${publicFolder}assets`, { immutable: true, maxAge: '365d', index: false, redirect: false }),
  )
  // Asked for anew each time, so that a worker that fails in the field is replaced by the next visit.
  app.use(
    '/sw.js',
    (req, _res, next) => {
      req.url = asset(serviceWorker === 'on' ? 'sw.js' : 'sw-off.js').replace('/assets', '')
      next()
    },
    compressed,
    express.static(`${publicFolder}assets`, {
      cacheControl: false,
      index: false,
      redirect: false,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  app.use('/img', express.static(`${publicFolder}img`, { maxAge: '1d', index: false, redirect: false }))
  app.get('/manifest.webmanifest', (_req, res) =>
    res.sendFile('manifest.webmanifest', { root: publicFolder, maxAge: '1d' }),
  )
  app.get('/favicon.ico', (_req, res) => res.sendFile('icon.svg', { root: `${publicFolder}img`, maxAge: '7d' }))
}

/** What guards a page says nothing about a style or a script that a page asks for, and weighs as much as some of them. */
const pageHeaders = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
]

function lighter(_req: Request, res: Response, next: NextFunction): void {
  for (const name of pageHeaders) res.removeHeader(name)
  next()
}

/** Sends the brotli or gzip copy that the build has laid beside the file. */
function compressed(req: Request, res: Response, next: NextFunction): void {
  const name = req.path.slice(1)
  const type = types[name.split('.').at(-1) ?? '']
  if (!type || !/^[\w.-]+$/.test(name)) return next()
  const encoding = req.acceptsEncodings('br', 'gzip')
  const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
  if (suffix === '' || !existsSync(`${publicFolder}assets/${name}${suffix}`)) return next()
  res.setHeader('Content-Encoding', encoding as string)
  res.setHeader('Content-Type', type)
  res.vary('Accept-Encoding')
  req.url += suffix
  next()
}
