import { randomUUID } from 'node:crypto'
import { countTerms } from '../../src/administration/vocabularies/vocabularies.commands.ts'
import { type Cast, cast, type Player } from '../support/cast.ts'
import { filedTalk } from '../support/filing.ts'
import { penyuluhan } from '../support/makers.ts'
import { type Sealing, sendEnvelope } from '../support/phone.ts'
import { aTalk, withPhone } from '../support/phone-scene.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const topics = '/kosakata/tema-penyuluhan'
const since = new Date('2026-01-01')
const post = (browser: Browser, path: string, sent: object = {}) => browser.post(path).type('form').send(sent)
const add = (browser: Browser, own: object = {}) =>
  post(browser, topics, { istilah: 'Uang palsu', inggris: 'Counterfeit money', mulai: '2026-11-24', ...own })

/** A second polres with a polsek and an officer, who signs in with Budi's password. */
async function neighbourOf({ units, budi, lina }: Cast): Promise<Player> {
  const [id, unitId, unitPath] = [randomUUID(), randomUUID(), `${units.contoh.path}lemahsugih/`]
  const part = { nrp: '85120909', name: 'Eko Susanto', pangkat: 'Bripka', position: 'Bhabinkamtibmas' }
  const role = 'bhabinkamtibmas' as const
  const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: budi.id } })
  const { createdAt } = await store.db.person.findUniqueOrThrow({ where: { id: lina.id } })
  const villageCode = '32.10.01.2001'
  await store.db.unit.create({
    data: {
      id: unitId,
      parentId: units.contoh.id,
      kind: 'polsek',
      name: 'Polsek Lemahsugih',
      path: unitPath,
      sinceOn: since,
    },
  })
  await store.db.jurisdiction.create({ data: { unitId, villageCode, sinceOn: since } })
  await store.db.person.create({
    data: { ...part, id, role, unitId, passwordHash, mustChangePassword: false, createdAt },
  })
  await store.db.posting.create({ data: { personId: id, unitId, role, position: part.position, sinceOn: since } })
  await store.db.assignment.create({ data: { personId: id, villageCode, sinceOn: since } })
  return { ...part, id, role, unitId, unitPath, villages: [villageCode] }
}

async function twoPolres() {
  const people = await cast(store.db)
  const eko = await neighbourOf(people)
  const { as } = site(store)
  const browsers = {
    rini: await as(people.rini),
    lina: await as(people.lina),
    ratna: await as(people.ratna),
    budi: await as(people.budi),
    eko: await as(eko),
  }
  const form = async (name: 'budi' | 'eko') => (await browsers[name].get('/laporan/penyuluhan/baru').expect(200)).text
  return { people, ...browsers, form }
}

describe('a word that the admin of a polres', () => {
  it('adds is offered there and taken there, and next door neither', async () => {
    const { rini, lina, budi, eko, form } = await twoPolres()

    await add(rini).expect(303)

    expect(await form('budi')).toContain('value="uang-palsu"')
    expect(await form('eko')).not.toContain('uang-palsu')
    expect((await lina.get(topics).expect(200)).text).not.toContain('Uang palsu')
    await filedTalk(budi, { tema: 'uang-palsu' })
    const wire = penyuluhan({ laporanId: randomUUID(), aksi: 'kirim', tema: 'uang-palsu', wilayah: '32.10.01.2001' })
    const refused = await post(eko, '/laporan/penyuluhan', wire)
    expect(refused.status).toBe(422)
    expect(await store.db.report.count()).toBe(1)
  })

  it('ends, merges and offers again changes no other list', async () => {
    const { rini, lina, form } = await twoPolres()
    const before = (await lina.get(topics)).text

    await post(rini, `${topics}/narkoba/penghentian`).expect(303)
    await post(rini, `${topics}/hoaks/penggabungan`, { tujuan: 'lain' }).expect(303)
    const [atBudi, atEko] = [await form('budi'), await form('eko')]
    await post(rini, `${topics}/narkoba/pengaktifan`).expect(303)

    for (const word of ['narkoba', 'hoaks']) {
      expect(atBudi).not.toContain(`value="${word}"`)
      expect(atEko).toContain(`value="${word}"`)
    }
    expect(await form('budi')).toContain('value="narkoba"')
    expect((await lina.get(topics)).text).toBe(before)
  })

  it('and another admin add under one label stay two words', async () => {
    const { rini, lina, budi, eko } = await twoPolres()
    await add(rini).expect(303)
    await add(lina, { inggris: 'False banknotes' }).expect(303)

    const terms = await store.db.term.findMany({ orderBy: { key: 'asc' } })

    expect(terms.map(({ key, unitPath }) => [key, unitPath])).toEqual([
      ['uang-palsu', '/jabar/cirebon-kota/'],
      ['uang-palsu-2', '/jabar/contoh/'],
    ])
    expect((await eko.get('/laporan/penyuluhan/baru')).text).toContain('value="uang-palsu-2"')
    expect((await budi.get('/laporan/penyuluhan/baru')).text).not.toContain('uang-palsu-2')
  })

  it('ended above is offered again only there, and none is left without a word', async () => {
    const { rini, ratna, form } = await twoPolres()
    await post(ratna, `${topics}/narkoba/penghentian`).expect(303)

    await post(rini, `${topics}/narkoba/pengaktifan`).expect(409)

    expect((await rini.get(topics)).text).toContain('Dihentikan oleh satuan di atas')
    expect([await form('budi'), await form('eko')].filter((text) => text.includes('value="narkoba"'))).toEqual([])
    const words = [...(await rini.get(topics)).text.matchAll(/tema-penyuluhan\/([a-z-]+)\/penghentian/g)].map(
      ([, key]) => key,
    )
    for (const key of words.slice(1)) await post(rini, `${topics}/${key}/penghentian`).expect(303)
    await post(rini, `${topics}/${words[0]}/penghentian`).expect(409)
    await post(ratna, `${topics}/${words[0]}/penghentian`).expect(409)
  })

  it('sees used is counted where the admin is', async () => {
    const { rini, lina, budi } = await twoPolres()
    await filedTalk(budi, { tema: 'narkoba' })
    await countTerms(store.db, new Date('2026-11-24T02:00:00+07:00'))
    const uses = async (browser: Browser) =>
      /Bahaya narkoba[\s\S]*?(\d+) kali/.exec((await browser.get(topics).expect(200)).text)?.[1]

    expect([await uses(rini), await uses(lina)]).toEqual(['1', '0'])
  })
})

describe('what belongs to the whole server', () => {
  it('is kept by an admin above every polres, and by the admin of a polres only where that is the only one', async () => {
    const { people, rini, lina, ratna } = await twoPolres()
    const answers = async (browser: Browser) => [
      (await browser.get('/cadangan')).status,
      (await post(browser, '/cadangan/uji')).status,
      (await browser.get('/kiriman-tak-dikenal')).status,
    ]

    expect([await answers(rini), await answers(lina)]).toEqual([
      [403, 403, 403],
      [403, 403, 403],
    ])
    expect(await answers(ratna)).toEqual([200, 303, 200])
    expect((await rini.get('/')).text).not.toMatch(/\/cadangan|kiriman-tak-dikenal/)
    await store.db.unit.update({ where: { id: people.units.contoh.id }, data: { untilOn: new Date('2026-11-23') } })
    expect(await answers(rini)).toEqual([200, 303, 200])
  })

  it('among it an envelope of nobody from nowhere, which no admin of one polres sees or gives away', async () => {
    const { people, here, phone } = await withPhone()
    const stranger = { ...phone, device: randomUUID(), person: randomUUID() }
    const wire = penyuluhan({ wilayah: '32.10.01.2002' }) as Sealing['wire']
    const { jws, digest } = await aTalk(stranger, { wire })
    await sendEnvelope(here.app, jws).expect(200)
    const place = `/kiriman-tak-dikenal/${digest}/penyerahan`

    for (const name of ['rini', 'lina'] as const) {
      const browser = await here.as(people[name])
      expect((await browser.get('/').expect(200)).text).not.toContain('Kiriman tak dikenal')
      await post(browser, place, { satuan: people[name].unitPath }).expect(403)
    }

    expect(await store.db.envelope.findMany()).toMatchObject([{ unitPath: null }])
    await post(await here.as(people.ratna), place, { satuan: people.units.contoh.path }).expect(303)
  })

  it('leaves settings and rules of time to each polres', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const joko = await as(people.joko)

    await post(joko, '/pengaturan', { duaTahap: 'ya', sampel: '20' }).expect(303)
    await post(joko, '/jendela-lapor/aturan', { jenis: '', hari: '0', jam: '18:00', mulai: '2026-11-25' })

    const settings = (await (await as(people.agus)).get('/pengaturan').expect(200)).text
    expect(settings).toContain('value="100"')
    expect(await store.db.setting.count({ where: { unitId: people.agus.unitId } })).toBe(0)
    expect(await store.db.reportingRule.count({ where: { unitId: people.agus.unitId } })).toBe(0)
  })
})
