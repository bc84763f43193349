import sharp from 'sharp'
import { cleanPhoto } from '../../src/reports/drafts/photos.ts'
import { hashDistance, sameImageDistance } from '../../src/reports/signals/perceptual-hash.ts'
import { keepResult } from './database.ts'
import { edits, scene } from './photos-draw.ts'

// The application opens no drawings; here they are where the photos come from.
sharp.unblock({ operation: ['VipsForeignLoadSvg'] })

const seed = 11
const photos = 500
const say = (line: string) => process.stdout.write(`${line}\n`)

/** As a phone's photo comes in: cleaned, and looked at as it is kept. */
async function lookOfPhoto(photo: Buffer): Promise<bigint | null> {
  const clean = await cleanPhoto(photo)
  if (typeof clean === 'string') throw new Error(clean)
  return clean.look
}

const looks: (bigint | null)[] = []
const found = Object.fromEntries(Object.keys(edits).map((name) => [name, { same: 0, bits: 0 }]))
for (let number = 0; number < photos; number += 1) {
  const photo = await scene(seed, number)
  const look = await lookOfPhoto(photo)
  looks.push(look)
  for (const [name, edit] of Object.entries(edits)) {
    const edited = await lookOfPhoto(await edit(photo))
    const apart = look === null || edited === null ? 64 : hashDistance(look, edited)
    found[name]!.bits += apart
    if (apart <= sameImageDistance) found[name]!.same += 1
  }
}

let [pairs, wrong] = [0, 0]
for (const [index, one] of looks.entries()) {
  for (const other of looks.slice(index + 1)) {
    pairs += 1
    if (one !== null && other !== null && hashDistance(one, other) <= sameImageDistance) wrong += 1
  }
}

const rows = Object.entries(found).map(([edit, { same, bits }]) => ({
  edit,
  recall: same / photos,
  bits: bits / photos,
}))
for (const { edit, recall, bits } of rows)
  say(`${edit.padEnd(18)} recall ${recall.toFixed(3)}, ${bits.toFixed(1)} bits apart on average`)
const plain = looks.filter((look) => look === null).length
say(
  `false matches: ${wrong} of ${pairs} pairs (${((100 * wrong) / pairs).toFixed(4)} %), too plain to compare: ${plain}`,
)
await keepResult('photos', { photos, rows, pairs, wrong, plain })
