import { cast, type Name } from '../support/cast.ts'
import { household } from '../support/filing.ts'
import { filedTalk, filedVisit } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const promise = (due: string) => ({
  tindakLanjut: 'ya',
  tindakLanjutOleh: 'Ketua RW 07',
  tindakLanjutBatas: due,
})
const done = { hasil: 'selesai', uraian: 'Lampu jalan sudah diganti oleh ketua RW dan warga diberi tahu.' }

async function atWork(due = '2026-12-01') {
  const people = await cast(store.db)
  const { as } = site(store)
  const talk = await filedTalk(store, people.budi, { answers: promise(due) })
  return { ...people, as, talk, browser: await as(people.budi) }
}

const results = () => store.db.followUpResult.findMany()

describe('the list of follow-ups', () => {
  it('shows the longest overdue first, and how long', async () => {
    const { browser, budi } = await atWork()
    await filedTalk(store, budi, { answers: { ...promise('2026-11-20'), tempat: 'Balai RW 02' } })
    await filedTalk(store, budi, { answers: { ...promise('2026-11-24'), tempat: 'Balai RW 03' } })

    const { text } = await browser.get('/tindak-lanjut').expect(200)

    expect(text).toContain('3 terbuka, 1 lewat batas')
    const chips = ['Lewat 4 hari', 'Hari ini</span>', '7 hari lagi'].map((chip) => text.lastIndexOf(chip))
    expect(chips.every((at) => at > 0)).toBe(true)
    expect(chips).toEqual([...chips].sort((a, b) => a - b))
    const overdue = await browser.get('/tindak-lanjut?keadaan=lewat').expect(200)
    expect(overdue.text).toContain('Lewat 4 hari')
    expect(overdue.text).not.toContain('7 hari lagi')
  })

  it('goes on where a page ends, and shows each once', async () => {
    const { browser, budi } = await atWork()
    for (let day = 1; day <= 24; day += 1)
      await filedTalk(store, budi, { answers: promise(`2026-12-${String(1 + (day % 3)).padStart(2, '0')}`) })

    const first = await browser.get('/tindak-lanjut').expect(200)
    const next = /rel="next" href="([^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const second = await browser.get(next).expect(200)

    const ids = [first, second].flatMap(({ text }) =>
      [...text.matchAll(/\/laporan\/([0-9a-f-]{36})"/g)].map(([, id]) => id),
    )
    expect(ids).toHaveLength(25)
    expect(new Set(ids).size).toBe(25)
  })

  it.each<[Name, boolean]>([
    ['hendra', true],
    ['yusuf', true],
    ['agus', true],
    ['dewi', true],
    ['sari', false],
    ['wati', false],
    ['joko', false],
  ])('of %s has what is in scope: %s', async (name, isThere) => {
    const { as, talk, ...people } = await atWork()

    const { text } = await (await as(people[name])).get('/tindak-lanjut').expect(200)

    expect(text.includes(talk.id)).toBe(isThere)
  })

  it('leaves out what does not count', async () => {
    const { browser, talk } = await atWork()
    await store.db.report.update({ where: { id: talk.id }, data: { state: 'cancelled' } })

    const { text } = await browser.get('/tindak-lanjut').expect(200)

    expect(text).toContain('Tidak ada tindak lanjut yang terbuka.')
    await browser.get(`/laporan/${talk.id}/hasil`).expect(404)
  })

  it('is counted on the home page of the officer and of those who read', async () => {
    const { browser, as, hendra } = await atWork('2026-11-20')

    const mine = await browser.get('/').expect(200)
    const theirs = await (await as(hendra)).get('/').expect(200)

    expect(mine.text).toMatch(/1 tindak lanjut terbuka[\s\S]*1 lewat batas/)
    expect(theirs.text).toContain('/tindak-lanjut?keadaan=lewat')
  })
})

describe('the result of a follow-up', () => {
  it.each(['budi', 'hendra', 'bambang', 'agus'] as const)('is recorded by %s, shown and remembered', async (name) => {
    const { as, talk, ...people } = await atWork()
    const browser = await as(people[name])

    const { headers } = await browser.post(`/laporan/${talk.id}/hasil`).type('form').send(done).expect(303)

    expect(headers.location).toBe(`/laporan/${talk.id}`)
    expect(await results()).toMatchObject([
      { reportId: talk.id, outcome: 'selesai', result: done.uraian, closedBy: people[name].id },
    ])
    const page = await browser.get(`/laporan/${talk.id}`).expect(200)
    expect(page.text).toContain(done.uraian)
    const closed = await browser.get('/tindak-lanjut?keadaan=selesai').expect(200)
    expect(closed.text).toContain(talk.id)
    const entries = await store.db.auditEntry.findMany({ where: { action: 'followUp.closed' } })
    expect(entries).toMatchObject([{ actorId: people[name].id, subject: talk.id, details: { outcome: 'selesai' } }])
  })

  it('is recorded once', async () => {
    const { browser, talk, as, agus } = await atWork()
    await browser.post(`/laporan/${talk.id}/hasil`).type('form').send(done).expect(303)

    const { text } = await (await as(agus))
      .post(`/laporan/${talk.id}/hasil`)
      .type('form')
      .send({ ...done, hasil: 'dilimpahkan' })
      .expect(409)

    expect(text).toContain('sudah dicatat oleh Aipda Budi Santoso, 24 Nov 2026')
    expect(text).toContain(`>${done.uraian}</textarea>`)
    expect(await results()).toMatchObject([{ outcome: 'selesai' }])
  })

  it('of two who record it at once, one is told', async () => {
    const { as, talk, budi, agus } = await atWork()
    const both = await Promise.all([as(budi), as(agus)])

    const answers = await Promise.all(
      both.map((one) =>
        one
          .post(`/laporan/${talk.id}/hasil`)
          .type('form')
          .send(done)
          .then(({ status }) => status),
      ),
    )

    expect(answers.sort()).toEqual([303, 409])
    expect(await results()).toHaveLength(1)
  })

  it.each([
    [{ hasil: 'selesai', uraian: 'beres' }, 'Tulis hasilnya'],
    [{ hasil: 'entah', uraian: done.uraian }, 'Pilih bagaimana akhirnya'],
  ])('%j is asked for again', async (sent, sentence) => {
    const { browser, talk } = await atWork()

    const { text } = await browser.post(`/laporan/${talk.id}/hasil`).type('form').send(sent).expect(422)

    expect(text).toContain(sentence)
    expect(text).toContain(sent.uraian)
    expect(await results()).toEqual([])
  })

  it.each(['dewi', 'yusuf', 'rini'] as const)('is not for %s', async (name) => {
    const { as, talk, ...people } = await atWork()

    await (await as(people[name])).post(`/laporan/${talk.id}/hasil`).type('form').send(done).expect(403)
  })

  it('is not asked of a report that promised nothing', async () => {
    const { browser, budi } = await atWork()
    const { id } = await filedTalk(store, budi)

    await browser.get(`/laporan/${id}/hasil`).expect(404)
  })
})

describe('a household with something promised', () => {
  it('shows it on its page, and what came of it', async () => {
    const { browser, budi } = await atWork()
    const home = await household(store.db, budi)
    const id = await filedVisit(store, budi, home)
    expect((await browser.get(`/warga/${home.id}`).expect(200)).text).toContain('7 hari lagi')

    await browser.post(`/laporan/${id}/hasil`).type('form').send(done).expect(303)

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)
    expect(text).not.toContain('7 hari lagi')
    expect(text).toContain('chip--verified')
  })
})
