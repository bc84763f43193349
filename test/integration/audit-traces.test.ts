import { sweepSignInAddresses } from '../../src/access/sessions/sessions.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { isStampOf } from '../../src/platform/db/audit-entry.ts'
import { closeGroups } from '../../src/platform/db/audit-groups.ts'
import { cast, password } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { filedTalk } from '../support/makers.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const key = cipherOf(secrets.data)

const entriesOf = (...actions: string[]) =>
  store.db.auditEntry.findMany({ where: { action: { in: actions } }, orderBy: { id: 'asc' } })

describe('the audit', () => {
  it('remembers each export, print and recap with its filter before it leaves', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const report = await filedTalk(store, people.budi)
    const dewi = await as(people.dewi)
    const period = 'dari=2026-11-01&sampai=2026-11-24'

    for (const address of [
      `/rekap/unduhan?${period}&bentuk=xlsx`,
      `/rekap/unduhan?${period}`,
      `/rekap/teks?${period}`,
      `/rekap/cetak?${period}`,
      '/dasbor/cetak',
      '/lembar-pagi/cetak',
      `/laporan/${report.id}/cetak`,
    ])
      await dewi.get(address).expect(200)

    const entries = await entriesOf('file.exported', 'page.printed')
    expect(
      entries.map(({ action, details }) => [action, (details as { changes: { after: string }[] }).changes[0]!.after]),
    ).toEqual([
      ['file.exported', 'recap'],
      ['file.exported', 'recap'],
      ['file.exported', 'recapText'],
      ['page.printed', 'recap'],
      ['page.printed', 'dashboard'],
      ['page.printed', 'morningSheet'],
      ['page.printed', 'report'],
    ])
    expect(entries[0]!.details).toMatchObject({ filter: { dari: '2026-11-01', sampai: '2026-11-24', bentuk: 'xlsx' } })
    expect(entries[6]).toMatchObject({ subject: report.id, actorId: people.dewi.id, content: null })
    expect(entries.every((entry) => isStampOf(key, entry.stamp!, { ...entry, content: null }))).toBe(true)
  })

  it('remembers who read of a household and searched for a person, but not the words', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const home = await household(store.db, people.budi)
    const budi = await as(people.budi)

    await budi.get(`/warga/${home.id}`).expect(200)
    await budi.get('/warga?cari=Siti+Rohmah').expect(200)
    await budi.get('/warga').expect(200)

    const entries = await entriesOf('page.read', 'person.searched')
    expect(entries).toMatchObject([
      { action: 'page.read', subject: home.id, actorId: people.budi.id },
      {
        action: 'person.searched',
        subject: people.budi.unitId,
        details: { filter: { cari: expect.stringMatching(/^[0-9a-f]{8}$/) } },
      },
    ])
    expect(JSON.stringify(entries.map(({ details }) => details))).not.toContain('Siti')
  })

  it('remembers the first denial of an hour at once and the rest as a number, and says so to the admin', async () => {
    const people = await cast(store.db)
    const here = site(store)
    const [budi, rini] = [await here.as(people.budi), await here.as(people.rini)]

    for (let times = 0; times < 40; times += 1) await budi.get('/audit').expect(403)
    await budi.get('/personel').expect(403)
    expect(await entriesOf('access.denied')).toHaveLength(1)
    here.clock.forward(60)
    await closeGroups(store.db, key, here.clock())

    const entries = await entriesOf('access.denied')
    expect(entries.map(({ details }) => (details as { count: number }).count)).toEqual([1, 41])
    expect(await store.db.auditGroup.count()).toBe(0)
    const { text } = await rini.get('/audit?aksi=access.denied').expect(200)
    expect(text).toContain('Akses ditolak')
    expect(text).toContain('Banyaknya dalam jam itu: 41')
  })

  it('keeps network and browser of a sign-in, and the whole address for 90 days', async () => {
    const people = await cast(store.db)
    const here = site(store)
    const phone = 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36'
    const sent = { nrp: people.budi.nrp, sandi: password }
    await here.visitor().post('/masuk').set('User-Agent', phone).type('form').send(sent).expect(303)
    for (let times = 0; times < 3; times += 1)
      await here
        .visitor()
        .post('/masuk')
        .type('form')
        .send({ ...sent, sandi: 'bukan yang benar' })
        .expect(422)

    const [opened] = await entriesOf('session.opened')
    expect(opened!.details).toMatchObject({ changes: [{ after: '127.0.0.0/24' }, { after: 'Chrome, Android' }] })
    expect(await entriesOf('session.refused')).toHaveLength(1)
    expect(await store.db.signInAddress.findMany()).toMatchObject([{ address: '127.0.0.1', agent: phone }])
    await sweepSignInAddresses(store.db, new Date('2027-02-23T00:00:00Z'))
    expect(await store.db.signInAddress.count()).toBe(0)
    const { text } = await (await here.as(people.rini)).get('/audit?aksi=session.opened').expect(200)
    expect(text).toContain('Jaringan: 127.0.0.0/24')
  })
})
