import { positionCases } from '../corpus/positions.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const says = { unreal: 'tidak menyebut ketelitian', outside: 'di luar Indonesia', vague: 'Ketelitian hanya' }
const wireOf = ({ latitude, longitude, accuracy }: (typeof positionCases)[number]['fix']) =>
  `${latitude.toFixed(6)},${longitude.toFixed(6)},${accuracy}`

describe('a location that a form sends', () => {
  it('is filed, or the form comes back with why it is not taken and with the reasons for none', async () => {
    const browser = await site(store).as((await cast(store.db)).budi)
    const picture = await photo()
    const wrong: string[] = []

    for (const { name, fix, stored, fault } of positionCases) {
      const wire = penyuluhan({
        aksi: 'kirim',
        posisi: wireOf(fix),
        posisiAlasan: '',
        'tanda.kasar': 'gedung',
        serupa: 'berbeda',
      })
      const { status, text } = await postForm(browser, '/laporan/penyuluhan', wire, [picture])
      const { posisi } = ((await store.db.report.findFirst())?.answers ?? {}) as { posisi?: string }
      await store.db.$executeRaw`TRUNCATE report CASCADE`
      // What is no number never becomes a position: there is nothing to say where it was.
      const why =
        Object.values(fix).every(Number.isFinite) && fix.accuracy >= 0 ? says[fault!] : 'Lokasi ini tidak bisa dipakai'
      const isRight = stored
        ? status === 303 && posisi === stored
        : status === 422 &&
          text.includes(why) &&
          text.includes('name="posisi" value=""') &&
          /data-position-reasons>/.test(text) &&
          posisi === undefined
      if (!isRight) wrong.push(`${name}: ${status} ${posisi}`)
    }

    expect(wrong).toEqual([])
  })
})
