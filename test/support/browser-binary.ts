import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'

const unpacked = join(tmpdir(), `bos-chromium-${process.getuid?.() ?? 'user'}-147`)

/**
 * The path of a Chromium: `CHROMIUM_PATH`, or the one that npm brought, unpacked once. It is moved into place whole,
 * so that a run that was cut short leaves no half of one behind.
 */
export async function unpackBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const binary = join(unpacked, 'chromium')
  if (existsSync(binary)) return binary
  const before = process.env.TMPDIR
  const workshop = await mkdtemp(join(tmpdir(), 'bos-chromium-new-'))
  process.env.TMPDIR = workshop
  try {
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(workshop, unpacked).catch(() => rm(workshop, { recursive: true, force: true }))
  return binary
}
