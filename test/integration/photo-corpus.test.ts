import { lookAt } from '../../src/reports/photos.ts'
import { looksApart, sameLook } from '../../src/signals/index.ts'
import { base, photoCases } from '../corpus/photos.ts'
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

describe('whatever is sent as a photo without a script', () => {
  it('is kept upright, kept in part with a question, or refused by name with what to do', async () => {
    const browser = await site(store).as((await cast(store.db)).budi)
    const look = (await lookAt(await base()))!
    const wrong: string[] = []

    for (const { name, file, make, server, isBase } of photoCases) {
      let form = browser.post('/laporan/penyuluhan')
      for (const [key, value] of Object.entries(penyuluhan({ aksi: 'kirim' }))) form = form.field(key, value as string)
      const { status, text } = await form.attach('foto', await make(), { filename: file })
      const kept = (await store.db.photo.findFirst()) ?? (await store.db.parkedPhoto.findFirst())
      await store.db.$executeRaw`TRUNCATE report, parked_photo CASCADE`
      const told = `${name}: ${status} ${kept ? `${kept.width}×${kept.height} ${kept.isCut}` : ''} ${/f-foto-error[^]*?<\/p>/.exec(text)?.[0] ?? ''}`
      if (server === 'kept') {
        const apart = isBase && kept?.look ? looksApart(kept.look, look) : 0
        if (status !== 303 || !kept || kept.isCut || apart > sameLook) wrong.push(`${told} ${apart}`)
      } else if (server === 'cut') {
        if (status !== 422 || !kept?.isCut || !text.includes('Berkas foto tidak lengkap')) wrong.push(told)
      } else if (status !== 422 || kept || !text.includes(`${file}: ${says[server]}`)) wrong.push(told)
    }

    expect(wrong).toEqual([])
    expect(photoCases.length).toBeGreaterThanOrEqual(40)
  })
})
