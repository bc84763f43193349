import { cast, type Name } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  return { ...people, as, clock, asBudi: await as(people.budi) }
}

const days = () => store.db.nihil.findMany()
const remembered = (action: string) => store.db.auditEntry.findMany({ where: { action } })

describe('nihil', () => {
  it('is one tap, is kept with the unit of the day, and is remembered', async () => {
    const { budi, asBudi } = await atWork()
    const before = await asBudi.get('/').expect(200)
    const { headers } = await asBudi.post('/nihil').expect(303)
    const after = await asBudi.get('/').expect(200)

    expect(before.text).toContain('Catat hari ini tanpa kejadian?')
    expect(headers.location).toBe('/')
    expect(await days()).toMatchObject([
      { personId: budi.id, day: new Date('2026-11-24'), unitPath: '/jabar/cirebon-kota/kesambi/' },
    ])
    expect(await remembered('nihil.filed')).toMatchObject([
      { actorId: budi.id, subject: budi.id, details: { day: '2026-11-24' } },
    ])
    expect(await store.db.outboxEvent.count()).toBe(0)
    expect(after.text).toContain('Hari ini dicatat nihil pukul 09.42.')
    expect(after.text).toContain('Batalkan nihil')
  })

  it('is the same when it is tapped twice', async () => {
    const { asBudi, clock } = await atWork()
    await asBudi.post('/nihil').expect(303)
    clock.forward(5)
    await asBudi.post('/nihil').expect(303)

    expect(await days()).toMatchObject([{ filedAt: new Date('2026-11-24T09:42:00+07:00') }])
    expect(await remembered('nihil.filed')).toHaveLength(1)
  })

  it('can be taken back that day, and said again', async () => {
    const { asBudi } = await atWork()
    await asBudi.post('/nihil').expect(303)
    await asBudi.post('/nihil/pembatalan').expect(303)

    expect(await days()).toEqual([])
    expect(await remembered('nihil.withdrawn')).toHaveLength(1)
    expect((await asBudi.get('/')).text).toContain('Catat hari ini tanpa kejadian?')
    await asBudi.post('/nihil').expect(303)
    expect(await days()).toHaveLength(1)
  })

  it('of yesterday stays, whatever is taken back today', async () => {
    const { budi, asBudi, as, clock } = await atWork()
    await asBudi.post('/nihil').expect(303)
    clock.set('2026-11-25T00:01:00+07:00')
    await (await as(budi)).post('/nihil/pembatalan').expect(303)

    expect(await days()).toHaveLength(1)
    expect(await remembered('nihil.withdrawn')).toEqual([])
  })

  it('is refused with a sentence when there is a report of the day', async () => {
    const { budi, asBudi } = await atWork()
    await filedTalk(store, budi)

    const { text } = await asBudi.post('/nihil').expect(409)

    expect(text).toContain('Sudah ada laporan Anda untuk hari ini, jadi nihil tidak dicatat.')
    expect(await days()).toEqual([])
    expect((await asBudi.get('/')).text).not.toContain('/nihil')
  })

  it('is not refused for a cancelled report, nor for one of yesterday', async () => {
    const { budi, asBudi } = await atWork()
    const { id } = await filedTalk(store, budi)
    await store.db.report.update({ where: { id }, data: { state: 'cancelled' } })
    await filedTalk(store, budi, { answers: { tanggal: '2026-11-23' } })

    await asBudi.post('/nihil').expect(303)

    expect(await days()).toHaveLength(1)
  })

  it('is replaced, and says so, once a report of the day comes', async () => {
    const { budi, asBudi } = await atWork()
    await asBudi.post('/nihil').expect(303)
    await filedTalk(store, budi)

    const { text } = await asBudi.get('/').expect(200)

    expect(text).toContain('Nihil pukul 09.42 tidak dihitung lagi, karena sudah ada laporan hari ini.')
    expect(text).not.toContain('Batalkan nihil')
  })

  it('is not shown to the neighbour', async () => {
    const { sari, asBudi, as } = await atWork()
    await asBudi.post('/nihil').expect(303)

    expect((await (await as(sari)).get('/')).text).toContain('Catat hari ini tanpa kejadian?')
  })

  it.each(['hendra', 'agus', 'dewi', 'rini'] as Name[])('is not for %s', async (name) => {
    const { as, ...people } = await atWork()
    await (await as(people[name])).post('/nihil').expect(403)

    expect(await days()).toEqual([])
  })
})
