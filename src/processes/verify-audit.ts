import { parseArgs } from 'node:util'
import { checkNext, cursorAtStart, faultLine, headDigits } from '../administration/audit/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { openStore } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const usage = `Cara memakai:
  npm run audit:verify                       memeriksa rantai dan semua isi laporan
  npm run audit:verify -- --head "SIDIK"     juga terhadap sidik dari lembar pagi atau log`

const everyMs = 5000

/** Checks everything, tells how far it is, and ends with 1 where something is not as it was written. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { head: { type: 'string' } } })
  const head = values.head === undefined ? '' : headDigits(values.head)
  if (head === undefined) throw new Error(`--head: paling sedikit 16 angka heksadesimal\n${usage}`)
  const store = await openStore(readConfig(process.env), say, (error) => say(error.message))
  try {
    const db = store.connection.patient
    const checking = { db, cipher: cipherOf(store.secrets.data), head }
    let [cursor, saidAt, peak] = [await cursorAtStart(db), Date.now(), 0]
    while (cursor.phase !== 'done') {
      cursor = await checkNext(checking, cursor)
      peak = Math.max(peak, process.memoryUsage.rss())
      if (Date.now() - saidAt < everyMs) continue
      saidAt = Date.now()
      say(`${cursor.phase}: ${JSON.stringify(cursor.done)}`)
    }
    for (const fault of cursor.faults) say(faultLine(fault))
    say(`diperiksa: ${JSON.stringify(cursor.done)}, memori ${Math.round(peak / 1e6)} MB`)
    say(`kepala rantai: ${cursor.ordinal}:${cursor.hash}`)
    if (cursor.faultCount > 0) throw new Error(`${cursor.faultCount} hal tidak seperti yang ditulis.`)
    say(head === '' ? 'Semua cocok, tetapi tanpa sidik dari luar.' : 'Semua cocok, juga dengan sidik dari luar.')
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
