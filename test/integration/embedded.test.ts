import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { readConfig } from '../../src/platform/config/config.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { openStore } from '../../src/processes/store.ts'

const ask = async (url: string, sql: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Ends the server as a power cut would: its processes at once, nothing written any more. */
async function killServer(folder: string): Promise<void> {
  const pid = Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
  for (const one of [pid, ...children]) process.kill(one, 'SIGKILL')
  await new Promise((settle) => setTimeout(settle, 300))
}

describe('the embedded database', () => {
  it('is kept between starts, found while it runs, and found again after it was killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bos-embedded-'))
    const first = await startEmbedded(folder, () => undefined)
    await ask(first.url, "CREATE TABLE note AS SELECT 'kept' AS text")

    const again = await startEmbedded(folder, () => undefined)
    await killServer(first.folder)
    const after = await startEmbedded(folder, () => undefined)

    expect(again.url).toBe(first.url)
    expect(await ask(after.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }])
    expect(
      await ask(after.url, "SELECT current_setting('fsync') || current_setting('synchronous_commit') AS durable"),
    ).toEqual([{ durable: 'onon' }])
    await after.stop()
    await rm(folder, { recursive: true })
  })

  it('is left running by a command beside the application, and ends with the application', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bos-embedded-'))
    const config = readConfig({ ...process.env, DATABASE_URL: '', DATA_FOLDER: folder })
    const fail = (error: Error) => {
      throw error
    }
    const application = await openStore(config, () => undefined, fail, { isApplication: true })
    const command = await openStore(config, () => undefined, fail)

    await command.close()
    expect(await ask(application.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await application.close()

    await expect(ask(application.url, 'SELECT 1 AS one')).rejects.toThrow('ECONNREFUSED')
    await rm(folder, { recursive: true })
  })
})
