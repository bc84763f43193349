import { rotateSealingKey } from '../access/devices/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { openStore } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const store = await openStore(readConfig(process.env), say, (error) => say(error.message))
  try {
    const { db } = store.connection
    const kid = await db.$transaction((tx) => rotateSealingKey(tx, cipherOf(store.secrets.data), new Date()))
    say(`Kunci segel baru: ${kid}. Kunci lama tetap disimpan untuk laporan yang masih menunggu di HP.`)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
