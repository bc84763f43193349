import { cast } from '../support/cast.ts'
import { returnedTalk } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** The report was returned on 24 November 2026. */
async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  const { id } = await returnedTalk(store, people.budi, people.agus)
  const review = await store.db.review.findFirstOrThrow({ where: { reportId: id } })
  await store.db.review.update({
    where: { id: review.id },
    data: { reason: 'tidak-jelas', decidedAt: new Date('2026-11-24T16:05:00+07:00') },
  })
  return { ...people, as, clock, id }
}

describe('a returned report', () => {
  it.each([
    ['2026-11-24T16:10:00+07:00', 'Sisa 3 hari', 'Batas perbaikan 27 Nov 2026'],
    ['2026-11-26T06:00:00+07:00', 'Sisa 1 hari', 'Batas perbaikan besok pukul 23.59'],
    ['2026-11-27T23:00:00+07:00', 'Batas perbaikan hari ini', 'Batas perbaikan hari ini pukul 23.59'],
    ['2026-11-28T00:01:00+07:00', 'Lewat batas perbaikan', 'Perbaikan tetap diterima'],
  ])('tells its author at %s how many days are left, and why it came back', async (at, chip, line) => {
    const { as, budi, clock, id } = await atWork()
    clock.set(at)
    const asBudi = await as(budi)

    const [home, report, correction] = await Promise.all(
      ['/', `/laporan/${id}`, `/laporan/${id}/perbaikan`].map((path) => asBudi.get(path).then(({ text }) => text)),
    )

    expect(home).toContain(chip)
    expect(home).toContain('Uraian tidak jelas: ')
    for (const text of [report, correction]) {
      expect(text).toContain('Uraian tidak jelas')
      expect(text).toContain(line)
    }
  })

  it('shows the days left to nobody but its author', async () => {
    const { as, agus, id } = await atWork()

    const { text } = await (await as(agus)).get('/laporan?keadaan=dikembalikan')

    expect(text).toContain(id)
    expect(text).not.toContain('Sisa ')
  })
})
