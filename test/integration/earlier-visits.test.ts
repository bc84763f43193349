import { cast } from '../support/cast.ts'
import { household, kunjungan, photo, sendAnswering } from '../support/filing.ts'
import { filedVisit } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

describe('the form of a visit', () => {
  it('begins with the number of the visit, the last three and what is still open', async () => {
    const { budi, sari } = await cast(store.db)
    const home = await household(store.db, budi)
    for (const day of ['20', '21', '22']) await filedVisit(store, budi, home, `2026-11-${day}`)
    const { as } = site(store)
    const asBudi = await as(budi)
    const visit = kunjungan(home.id, { tindakLanjutBatas: '2026-11-28' })
    expect((await sendAnswering(asBudi, '/laporan/kunjungan-warga', visit, [await photo('#aa3311')])).status).toBe(303)

    const { text } = await asBudi.get(`/laporan/kunjungan-warga/baru?entri=${home.id}`).expect(200)
    const next = await (await as(sari)).get(`/laporan/kunjungan-warga/baru?entri=${home.id}`).expect(200)

    const card = text.slice(text.indexOf('Kunjungan ke-5'), text.indexOf('<form', text.indexOf('Kunjungan ke-5')))
    expect(card.match(/Nov 2026, Aipda Budi Santoso/g)).toHaveLength(3)
    expect(card).not.toContain('20 Nov')
    expect(card).toContain('Belum selesai')
    expect(card).toContain('Motor tetangga hilang Minggu malam dari teras rumah.')
    expect(card).toContain('Paling lambat 28 Nov 2026')
    expect(next.text).not.toContain('Kunjungan ke-')
  })

  it('says nothing of earlier visits before a household is chosen', async () => {
    const { budi } = await cast(store.db)

    const { text } = await (await site(store).as(budi)).get('/laporan/kunjungan-warga/baru').expect(200)

    expect(text).not.toContain('Kunjungan ke-')
  })
})
