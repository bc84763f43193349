import { parseArgs } from 'node:util'
import {
  confirmAsOperator,
  type OperatorAnswer,
  operatorRequests,
  titleInWords,
} from '../administration/second-person/index.ts'
import { DomainError } from '../kernel/errors.ts'
import { showInstant } from '../kernel/format.ts'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { sayIn } from '../sentences/say.ts'
import { openStore } from './store.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const t = sayIn('id')

const usage = `Cara memakai:
  npm run confirm-account                              permintaan yang menunggu orang kedua
  npm run confirm-account -- --permintaan <id>         mengonfirmasi satu, bila polres belum punya orang kedua
  npm run confirm-account -- --permintaan <id> --force juga bila ada orang kedua yang bisa`

const refusals = {
  unknown: 'Permintaan itu tidak ada. Jalankan tanpa --permintaan untuk melihat daftarnya.',
  closed: 'Permintaan itu sudah diputuskan atau gugur.',
}

function tell(answer: OperatorAnswer): boolean {
  if ('refused' in answer) say(refusals[answer.refused])
  else if ('confirmers' in answer)
    say(
      `Ada yang bisa mengonfirmasi di aplikasi: ${answer.confirmers.join(', ')}. Tambahkan --force bila memang perlu.`,
    )
  else {
    say(`Dikonfirmasi: ${titleInWords(answer.done, t)}. Kapolres dan pemilik akun diberi tahu di berandanya.`)
    if (answer.slip) {
      const until = showInstant(answer.slip.expiresAt, 'Asia/Jakarta', 'id')
      say(`Kode ${answer.slip.code}, berlaku sampai ${until}. Serahkan langsung kepada pemilik akun.`)
    }
    return true
  }
  return false
}

async function main(): Promise<boolean> {
  const options = { permintaan: { type: 'string', default: '' }, force: { type: 'boolean', default: false } } as const
  const { permintaan, force } = parseArgs({ args: process.argv.slice(2), options }).values
  const store = await openStore(readConfig(process.env), say, (error) => say(error.message))
  try {
    const { db } = store.connection
    if (permintaan !== '')
      return tell(
        await db.$transaction((tx) =>
          confirmAsOperator(tx, cipherOf(store.secrets.data), { id: permintaan, force }, new Date()),
        ),
      )
    const waiting = await operatorRequests(db, new Date())
    for (const { request, confirmers } of waiting) {
      const who = confirmers.length === 0 ? 'belum ada orang kedua' : `bisa: ${confirmers.join(', ')}`
      say(`${request.id}  ${titleInWords(request, t)}  (${who})`)
    }
    if (waiting.length === 0) say('Tidak ada permintaan yang menunggu.')
    return true
  } finally {
    await store.close()
  }
}

main().then(
  (done) => process.exit(done ? 0 : 1),
  (error: unknown) => {
    say(error instanceof DomainError ? t(error.messageKey as 'second.stale') : String(error))
    say(usage)
    process.exit(1)
  },
)
