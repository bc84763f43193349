// What no application can leave out, and nothing else: envelopes are proven and opened, forms are read by Express. Nothing is
// judged or kept. It is given the database, a port and the secret of the data, and says when it listens.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import express from 'express'
import type { PublicJwk } from '../../src/access/devices/public-key.ts'
import { parseEnvelope } from '../../src/officers/envelopes/envelope-crypto.ts'
import { decryptor } from '../../src/officers/envelopes/envelope-decryptor.ts'
import type { KnownDevice, KnownPerson } from '../../src/officers/envelopes/intake.queries.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { connect } from '../../src/platform/db/connect.ts'

const [url, port, secret] = process.argv.slice(2)
const { db } = connect(url!, 1, (error) => {
  throw error
})
const { contentOf, doubtAbout } = decryptor(db, cipherOf(secret!))
const rows = await db.deviceKey.findMany()
const devices = new Map(
  rows.map(({ id, personId, publicKey }): [string, KnownDevice] => [
    id,
    { id, personId, publicKey: publicKey as unknown as PublicJwk, isRevoked: false },
  ]),
)
const people = new Map(rows.map(({ personId: id }) => [id, { id, isActive: true } as KnownPerson]))
const known = { devices, people, digests: new Set<string>(), standing: new Map() }

const forms = express()
forms.post('/laporan/:jenis', express.urlencoded({ extended: false }), (_req, res) => res.redirect(303, '/'))

async function proveAndOpen(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const envelope = parseEnvelope(await text(req))!
  const isGood = (await doubtAbout(envelope, known)) === undefined && (await contentOf(envelope)) !== undefined
  res.writeHead(isGood ? 200 : 500, { 'Content-Length': '2' }).end('{}')
}

createServer((req, res) => {
  if (req.url === '/kiriman') void proveAndOpen(req, res)
  else forms(req, res)
}).listen(Number(port), '127.0.0.1', () => process.send!('ready'))
