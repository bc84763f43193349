import { parseArgs } from 'node:util'
import {
  type BackupSettings,
  makeBackup,
  newestBackup,
  restoreBackup,
  runDrill,
} from '../administration/backups/index.ts'
import { readConfig } from '../platform/config/config.ts'
import { backupsIn, openStore, stoppingBySignal } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const clock = () => new Date()

const usage = `Cara memakai:
  npm run backup                          membuat cadangan di BACKUP_FOLDER
  npm run drill                           menguji cadangan terbaru
  npm run restore -- --file F --into URL  memulihkan F ke database kosong`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { file: { type: 'string' }, into: { type: 'string' } },
  })
  const config = readConfig(process.env)
  const store = await openStore(config, say, (error) => say(error.message), { stopping: stoppingBySignal().signal })
  try {
    const settings = backupsIn(config, store)
    if (!settings) throw new Error('BACKUP_FOLDER belum diisi.')
    if (positionals[0] === 'backup') say(await makeBackup(store.connection.patient, settings, clock))
    else if (positionals[0] === 'drill') await drill(values.file ?? (await newestBackup(settings.folder)), settings)
    else if (positionals[0] === 'restore' && values.file && values.into) {
      const { tables, at } = await restoreBackup({ file: values.file, secret: settings.secret, url: values.into })
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      say(`${rows} baris dalam ${tables.length} tabel, keadaan ${at}`)
    } else throw new Error(usage)
  } finally {
    await store.close()
  }
}

async function drill(file: string | undefined, settings: BackupSettings): Promise<void> {
  if (file === undefined) throw new Error(`Belum ada cadangan di ${settings.folder}.`)
  const { figures, faults } = await runDrill({ file, settings })
  say(`${file}: ${JSON.stringify(figures)}`)
  if (faults.length > 0) throw new Error(`Cadangan itu tidak baik: ${faults.join('; ')}`)
  say('Cadangan itu dapat dipulihkan.')
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
