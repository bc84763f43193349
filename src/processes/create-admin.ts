import { parseArgs } from 'node:util'
import {
  createFirstAdmin,
  type FirstAdmin,
  nameFault,
  nrpFault,
  pangkatList,
  type Refusal,
  tidyName,
  tidyNrp,
} from '../administration/accounts/index.ts'
import { dayIn } from '../kernel/days.ts'
import { showInstant, zoneName } from '../kernel/format.ts'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { openStore } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const usage = `Cara memakai:
  npm run create-admin -- --nrp 85010001 --nama "Nama Lengkap" --satuan /jabar/cirebon-kota/
Pilihan lain:
  --pangkat Aiptu                pangkat (bila tidak disebut: Bripka)
  --nama-satuan "Polda Jawa Barat/Polres Cirebon Kota"
                                 nama setiap satuan pada jalur, untuk database yang belum berisi satuan
  --zona Asia/Jakarta            zona waktu satuan baru
  --force                        juga bila satuan itu sudah punya admin; dengan NRP admin itu: hanya kode baru`

const refusals: Record<Refusal, string> = {
  namesMissing:
    'Database ini belum berisi satuan. Sebutkan nama setiap satuan pada jalur: --nama-satuan "Polda …/Polres …"',
  unitUnknown: 'Satuan itu tidak ada. Periksa --satuan.',
  unitIsPolsek: 'Admin bertugas di polres atau di atasnya. Sebutkan jalur polres pada --satuan.',
  hasAdmin: 'Satuan itu sudah punya admin yang aktif. Tambahkan --force bila memang perlu.',
  nrpTaken: 'NRP itu sudah dipakai akun lain.',
}

/** What the command line says, or the sentences about what is wrong with it. */
function readArguments(args: string[], now: Date): FirstAdmin | string[] {
  const { values } = parseArgs({
    args,
    options: {
      nrp: { type: 'string', default: '' },
      nama: { type: 'string', default: '' },
      satuan: { type: 'string', default: '' },
      pangkat: { type: 'string', default: 'Bripka' },
      'nama-satuan': { type: 'string', default: '' },
      zona: { type: 'string', default: 'Asia/Jakarta' },
      force: { type: 'boolean', default: false },
    },
  })
  const [nrp, name] = [tidyNrp(values.nrp), tidyName(values.nama)]
  const faults = [
    ...(nrpFault(nrp, dayIn('Asia/Jakarta', now)) ? ['--nrp: 8 angka, diawali tahun dan bulan lahir'] : []),
    ...(nameFault(name) ? ['--nama: nama orang, paling banyak 100 huruf'] : []),
    ...(/^\/([a-z0-9-]+\/){1,2}$/.test(values.satuan) ? [] : ['--satuan: jalur seperti /jabar/cirebon-kota/']),
    ...((pangkatList as readonly string[]).includes(values.pangkat) ? [] : [`--pangkat: ${pangkatList.join(', ')}`]),
    ...(zoneName(values.zona).startsWith('WI')
      ? []
      : ['--zona: Asia/Jakarta, Asia/Pontianak, Asia/Makassar, atau Asia/Jayapura']),
  ]
  if (faults.length > 0) return faults
  const unitNames = values['nama-satuan']
    .split('/')
    .map(tidyName)
    .filter((part) => part !== '')
  const { pangkat, satuan: unitPath, zona: timeZone, force } = values
  return { nrp, name, pangkat, unitPath, unitNames, timeZone, force }
}

async function main(): Promise<boolean> {
  const now = new Date()
  const admin = readArguments(process.argv.slice(2), now)
  if (Array.isArray(admin)) {
    say([...admin, '', usage].join('\n'))
    return false
  }
  const config = readConfig(process.env)
  if (config.databaseUrl === '') {
    say('Perintah ini untuk database server. Sebutkan alamatnya di DATABASE_URL.')
    return false
  }
  const store = await openStore(config, say, (error) => say(error.message))
  try {
    const { connection, secrets } = store
    const answer = await connection.db.$transaction((tx) => createFirstAdmin(tx, admin, now, cipherOf(secrets.data)))
    if ('refused' in answer) {
      say(refusals[answer.refused])
      return false
    }
    const until = showInstant(answer.slip.expiresAt, admin.timeZone, 'id')
    say(`Masuk dengan NRP ${admin.nrp} dan kode ${answer.slip.code} sebagai kata sandi. Berlaku sampai ${until}.`)
    return true
  } finally {
    await store.close()
  }
}

main().then(
  (done) => process.exit(done ? 0 : 1),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error))
    say(usage)
    process.exit(1)
  },
)
