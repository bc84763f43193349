import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readConfig, root } from '../../src/platform/config/config.ts'

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')
const compose = read('docker-compose.yml')
const caddyfile = read('deploy/Caddyfile')
const pages = ['deploy/unreachable.html', 'deploy/too-large.html']

/** The text below a key of one or two levels, up to the next key of its level. */
function below(key: string, indent: string, text: string): string {
  const from = text.indexOf(`\n${indent}${key}:`)
  if (from < 0) throw new Error(`${key} is not in docker-compose.yml`)
  const rest = text.slice(from + 1)
  const end = rest.slice(1).search(new RegExp(`\\n${indent}[\\w-]`))
  return end < 0 ? rest : rest.slice(0, end + 2)
}

const services = Object.fromEntries(
  ['app', 'worker', 'postgres', 'caddy'].map((name) => [name, below(name, '  ', below('services', '', compose))]),
)
const settings: Record<string, string> = Object.fromEntries(
  [...below('environment', '  ', below('x-node', '', compose)).matchAll(/^ {4}([A-Z_]+): (.+)$/gm)].map(
    ([, name = '', value = '']) => [name, value.replace(/^'|'$/g, '')],
  ),
)

/** What `openssl rand -hex 32` could have made, another for each name. */
const madeUp = (name: string) => createHash('sha256').update(name).digest('hex')

/** As Compose fills it in, with the `.env` that the how-to writes. */
const filled = (value: string) =>
  value.replace(/\$\{([A-Z_]+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback?: string) =>
    name === 'DOMAIN' ? 'bos.example' : (fallback ?? madeUp(name)),
  )

describe('docker-compose.yml', () => {
  it('gives the app a configuration that it accepts', () => {
    const config = readConfig(
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, filled(value)])),
    )
    expect(config).toMatchObject({ worker: 'separate', proxies: 1, publicUrl: 'https://bos.example', host: '0.0.0.0' })
  })

  it('names no setting that the app does not read', () => {
    const known = [...read('src/platform/config/config.ts').matchAll(/(?:\('|env\.)([A-Z_]{4,})/g)].map(
      ([, name]) => name,
    )
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([])
  })

  it('stops before it starts without a secret, instead of choosing one', () => {
    const secrets = [...compose.matchAll(/\$\{(\w*(?:SECRET|PASSWORD)\w*)([^}]*)\}/g)]
    expect(secrets.length).toBeGreaterThanOrEqual(4)
    for (const [text, , rest] of secrets) expect([text, rest!.slice(0, 2)]).toEqual([text, ':?'])
  })

  it.each(Object.keys(services))('hardens, watches and bounds %s', (name) => {
    expect(services[name]).toMatch(/<<: \*(hardened|node)\n/)
    for (const key of ['healthcheck', 'mem_limit']) expect(services[name]).toContain(`\n    ${key}:`)
    const hardened = below('x-hardened', '', compose)
    for (const key of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'max-size:', 'restart:'])
      expect(hardened).toContain(key)
  })

  it('opens only the proxy to the world', () => {
    expect(Object.keys(services).filter((name) => /\n {4}ports:/.test(services[name]!))).toEqual(['caddy'])
    expect(services.postgres).toContain('networks: [data]')
    expect(below('data', '  ', below('networks', '', compose))).toContain('internal: true')
  })
})

describe('the proxy', () => {
  it('lets go of an idle connection before the app does', () => {
    const proxy = Number(/keepalive (\d+)s/.exec(caddyfile)?.[1]) * 1000
    const app = Number(/keepAliveTimeout = ([\d_]+)/.exec(read('src/processes/server.ts'))?.[1]?.replaceAll('_', ''))
    expect(proxy).toBeLessThan(app)
  })

  it('bounds every part of a request and of its answer, and keeps no body back from the app', () => {
    for (const part of ['read_header', 'read_body', 'write', 'idle'])
      expect(caddyfile).toMatch(new RegExp(`\\t${part} \\d+[sm]\\n`))
    expect(caddyfile).not.toMatch(/^\s*request_buffers/m)
  })

  it.each(pages)('serves %s under a policy that allows exactly its own style', (page) => {
    const html = read(page)
    const style = /<style>([^]*?)<\/style>/.exec(html)![1]!
    expect(caddyfile).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html).not.toMatch(/https?:|url\(|<script|<img|<link| src=| style=| on\w+=/)
  })

  it.each(pages)('says it in both languages and asks for nothing in %s', (page) => {
    const html = read(page)
    expect(html).toContain('<html lang="id">')
    expect(html).toContain('<section lang="en">')
    expect(html.replace(/<style>[^]*<\/style>|<!doctype html>/g, '')).not.toMatch(/mohon|maaf|oops|sorry|please|!/i)
  })
})

describe('the units for a server without containers', () => {
  it.each(['app', 'worker'])('give the %s a configuration that it accepts, and start what is built', (name) => {
    const unit = read(`deploy/bos-${name}.service`)
    const own = /^Environment=(.+)$/m
      .exec(unit)![1]!
      .split(' ')
      .map((one) => one.split('=') as [string, string])
    const written = [...read('docs/how-to/deploy.md').matchAll(/^([A-Z_]+)=(.+)$/gm)].map(
      ([, key, value]) => [key!, value!.replace('$(openssl rand -hex 32)', madeUp(key!))] as const,
    )

    const config = readConfig({ ...Object.fromEntries(written), ...Object.fromEntries(own) })

    expect(config).toMatchObject({ worker: 'separate', publicUrl: 'https://bos.example' })
    const [, program] = /^ExecStart=\/usr\/bin\/node .*dist\/([\w/]+)\.js$/m.exec(unit)!
    expect(existsSync(`${root}src/${program}.ts`)).toBe(true)
  })
})
