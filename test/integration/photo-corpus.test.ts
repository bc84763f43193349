import { perceptualHashOf } from '../../src/reports/drafts/photos.ts'
import { hashDistance, sameImageDistance } from '../../src/reports/signals/perceptual-hash.ts'
import { base, type PhotoCase, photoCases } from '../corpus/photos.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const says = {
  empty: 'Berkasnya kosong',
  kind: 'Foto harus JPG, PNG, atau WebP',
  heic: 'Foto HEIC tidak bisa dibuka di sini',
  broken: 'Foto tidak bisa dibuka. Ambil ulang',
  huge: 'Gambarnya terlalu besar untuk dibuka',
}

interface Outcome {
  status: number
  text: string
  kept: { isCut: boolean; look: bigint | null; width: number; height: number } | null
}

/** Whether that is what should become of the file. */
function isRight({ file, server, isBase }: PhotoCase, { status, text, kept }: Outcome, look: bigint): boolean {
  if (server === 'cut') return status === 422 && kept?.isCut === true && text.includes('Berkas foto tidak lengkap')
  if (server !== 'kept') return status === 422 && !kept && text.includes(`${file}: ${says[server]}`)
  const apart = isBase && kept?.look ? hashDistance(kept.look, look) : 0
  return status === 303 && kept?.isCut === false && apart <= sameImageDistance
}

describe('whatever is sent as a photo without a script', () => {
  it('is kept upright, kept in part with a question, or refused by name with what to do', async () => {
    const browser = await site(store).as((await cast(store.db)).budi)
    const look = (await perceptualHashOf(await base()))!
    const wrong: string[] = []

    for (const one of photoCases) {
      let form = browser.post('/laporan/penyuluhan')
      for (const [key, value] of Object.entries(penyuluhan({ aksi: 'kirim' }))) form = form.field(key, value as string)
      const { status, text } = await form.attach('foto', await one.make(), { filename: one.file })
      const kept = (await store.db.photo.findFirst()) ?? (await store.db.parkedPhoto.findFirst())
      await store.db.$executeRaw`TRUNCATE report, parked_photo CASCADE`
      if (!isRight(one, { status, text, kept }, look))
        wrong.push(`${one.name}: ${status} ${kept?.width} ${kept?.isCut}`)
    }

    expect(wrong).toEqual([])
    expect(photoCases.length).toBeGreaterThanOrEqual(40)
  })
})
