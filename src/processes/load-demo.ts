import { parseArgs } from 'node:util'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { databaseTime, loadDemonstration, signInLines } from './demo/index.ts'
import { openStore, stoppingBySignal } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const usage = `Cara memakai:
  npm run demo -- [--days 90] [--polres 1] [--seed 20261124]
Mengisi database yang kosong dengan polres contoh. Database server hanya diisi dengan --into-server.`

function readFlags() {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '90' },
      polres: { type: 'string', default: '1' },
      seed: { type: 'string', default: '20261124' },
      'into-server': { type: 'boolean', default: false },
    },
  })
  const [days, polres, seed] = [values.days, values.polres, values.seed].map(Number)
  if (![days, polres, seed].every((one) => Number.isInteger(one) && one! > 0)) throw new Error(usage)
  return { days: days!, polres: polres!, seed: seed!, intoServer: values['into-server'] }
}

async function main(): Promise<void> {
  const { intoServer, ...size } = readFlags()
  const config = readConfig(process.env)
  if (config.databaseUrl !== '' && !intoServer) {
    throw new Error('DATABASE_URL menunjuk server. Tambahkan --into-server bila server itu memang untuk contoh.')
  }
  const store = await openStore(config, say, (error) => say(error.message), { stopping: stoppingBySignal().signal })
  try {
    const startedAt = performance.now()
    const loaded = await store.prepare(async (db) =>
      loadDemonstration({ db, now: await databaseTime(db), cipher: cipherOf(store.secrets.data), say, ...size }),
    )
    if (!loaded) throw new Error('Database sudah berisi satuan. Contoh hanya dimuat ke database yang kosong.')
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    say(`${loaded.reports} laporan, ${loaded.people} personel, ${loaded.households} keluarga dalam ${seconds} detik`)
    for (const line of signInLines()) say(line)
  } finally {
    await store.close()
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
