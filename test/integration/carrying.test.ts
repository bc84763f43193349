import { randomUUID } from 'node:crypto'
import { penyuluhan, photo, scenery } from '../support/filing.ts'
import { queueFile, sendEnvelope, sendPhoto } from '../support/phone.ts'
import { aTalk, withPhone } from '../support/phone-scene.ts'
import type { Browser } from '../support/site.ts'
import { store } from '../support/store.ts'

const handIn = (browser: Browser, ...files: [name: string, body: Buffer][]) =>
  files.reduce(
    (asking, [name, body]) => asking.attach('berkas', body, name),
    browser.post('/berkas-kiriman').type('multipart/form-data'),
  )

const name = 'bos-kiriman-2026-11-24-09-40.jsonl'

describe('a file that somebody carries to a desk', () => {
  it('files its reports as of their author, with their photos, and remembers who brought them', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone, { photos: [await scenery(1), await scenery(2)] })
    here.clock.forward(600)

    const { text } = await handIn(await here.as(people.hendra), [name, queueFile([envelope])]).expect(200)

    const report = await store.db.report.findFirstOrThrow({ include: { photos: true } })
    expect(report).toMatchObject({
      id: envelope.id,
      authorId: people.budi.id,
      unitPath: people.budi.unitPath,
      photosAwaited: 0,
      writtenAt: new Date('2026-11-24T02:40:00Z'),
      arrivedAt: here.clock(),
    })
    expect(report.photos).toHaveLength(2)
    expect(await store.db.envelope.findMany()).toMatchObject([{ carriedBy: people.hendra.id, state: 'filed' }])
    expect(await store.db.auditEntry.findMany({ where: { action: 'envelope.carried' } })).toMatchObject([
      { actorId: people.hendra.id, subject: envelope.id, details: { digest: envelope.digest, state: 'filed' } },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.filed' } })).toMatchObject([
      { actorId: people.budi.id },
    ])
    for (const told of [report.number, report.checkCode, 'Budi Santoso', 'Ditulis 24 Nov 2026, 09.40', '2 foto'])
      expect(text.replaceAll('<wbr>', '')).toContain(told)
    const shown = await (await here.as(people.agus)).get(`/laporan/${envelope.id}`).expect(200)
    expect(shown.text).toMatch(/Diserahkan lewat Polsek oleh[\s\S]{0,200}Hendra/)
  })

  it('changes nothing the second time, and the phone gets the receipt that was given at the desk', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone)
    const asHendra = await here.as(people.hendra)
    const [first, second] = [
      await handIn(asHendra, [name, queueFile([envelope])]).expect(200),
      await handIn(asHendra, [name, queueFile([envelope])]).expect(200),
    ]
    here.clock.forward(90)

    const { body: receipt } = await sendEnvelope(here.app, envelope.jws).expect(200)

    const report = await store.db.report.findFirstOrThrow()
    expect(receipt).toMatchObject({ state: 'filed', number: report.number, code: report.checkCode })
    expect(receipt.at).toBe(report.arrivedAt.toISOString())
    expect(receipt.photos).toEqual({ [envelope.photos[0]!.hash]: 'here' })
    expect([first.text.includes('Sudah ada'), second.text.includes('Sudah ada')]).toEqual([false, true])
    expect([await store.db.report.count(), await store.db.photo.count()]).toEqual([1, 1])
    expect(await store.db.auditEntry.count({ where: { action: 'envelope.carried' } })).toBe(1)
  })

  it('of what the phone has sent meanwhile is here already, and its carrier is nobody', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone)
    const { body } = await sendEnvelope(here.app, envelope.jws).expect(200)

    const { text } = await handIn(await here.as(people.hendra), [name, queueFile([envelope])]).expect(200)

    expect(text).toContain('Sudah ada')
    expect(text.replaceAll('<wbr>', '')).toContain(body.number)
    expect((await store.db.report.findFirstOrThrow()).photosAwaited).toBe(0)
    expect(await store.db.envelope.findMany()).toMatchObject([{ carriedBy: null }])
    expect(await store.db.auditEntry.count({ where: { action: 'envelope.carried' } })).toBe(0)
  })

  it('may be brought by anybody who may carry, and tells a neighbour a number and no name', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone)

    const { text } = await handIn(await here.as(people.tono), [name, queueFile([envelope])]).expect(200)

    const { number } = await store.db.report.findFirstOrThrow()
    expect(text.replaceAll('<wbr>', '')).toContain(number)
    expect(text).not.toMatch(/Budi|Sunyaragi|[Pp]enyuluhan|\/laporan\//)
    await handIn(await here.as(people.budi), [name, queueFile([envelope])]).expect(403)
    await handIn(here.visitor(), [name, queueFile([envelope])]).expect(303)
  })

  it('says of each envelope what became of it', async () => {
    const { people, here, phone } = await withPhone()
    const id = randomUUID()
    const envelopes = [
      await aTalk(phone),
      await aTalk(phone, { wire: penyuluhan({ jumlahPeserta: 'banyak' }) }),
      await aTalk({ ...phone, device: randomUUID() }),
      await aTalk(phone, { id }),
      await aTalk(phone, { id, wire: penyuluhan({ jumlahPeserta: '26' }) }),
    ]
    await sendEnvelope(here.app, envelopes[3]!.jws).expect(200)

    const { text } = await handIn(await here.as(people.agus), [name, queueFile(envelopes)]).expect(200)

    const chips = [...text.matchAll(/<span class="chip[^>]*>(?:\s*<svg[\s\S]*?<\/svg>)?\s*([^<]+)</g)].map(([, chip]) =>
      chip!.trim(),
    )
    expect(chips).toEqual(['Diterima', 'Perlu diperbaiki', 'Ditahan', 'Sudah ada', 'Ditahan'])
    expect(text).toContain('Dikirim dari perangkat yang tidak dikenal.')
    expect(text).toContain('href="/karantina"')
    const states = await store.db.envelope.findMany({ select: { state: true, carriedBy: true } })
    expect(states.filter(({ carriedBy }) => carriedBy === people.agus.id)).toHaveLength(4)
  })

  it('takes what is good of a file that is cut off anywhere, and says what is missing', async () => {
    const { people, here, phone } = await withPhone()
    const whole = [
      await aTalk(phone, { photos: [await scenery(1)] }),
      await aTalk(phone, { photos: [await scenery(2)] }),
    ]
    const file = queueFile(whole)
    const asHendra = await here.as(people.hendra)
    const second = file.indexOf(file.toString().split('\n')[2]!)

    const inText = await handIn(asHendra, [name, file.subarray(0, second + 200)]).expect(422)
    expect(inText.text).toContain(`${name}: 1 kiriman rusak atau terpotong.`)
    expect(await store.db.report.count()).toBe(1)
    const afterFirst = await handIn(asHendra, [name, file.subarray(0, second)]).expect(422)
    expect(afterFirst.text).toContain('1 kiriman rusak')
    const inPhoto = await handIn(asHendra, [name, file.subarray(0, file.length - 1000)]).expect(200)
    expect(inPhoto.text).toContain('1 foto tidak ada di berkas ini')
    expect(await store.db.report.count()).toBe(2)
  })

  it.each([
    ['a photo', async () => photo(), 'bukan berkas kiriman'],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'bukan berkas kiriman'],
    ['a page', async () => Buffer.from('<!doctype html><title>Masuk</title>'), 'bukan berkas kiriman'],
    ['something else as JSON', async () => Buffer.from('{"jws":"a.b.c"}\n{"nama":"Budi"}'), 'bukan berkas kiriman'],
    ['nothing', async () => Buffer.alloc(0), 'berkasnya kosong'],
    ['a file of no envelopes', async () => queueFile([]), 'tidak ada kiriman yang terbaca'],
    ['far too much', async () => Buffer.alloc(26 * 1024 * 1024, 'a'), '26 MB, lebih dari 25 MB'],
  ])('beside %s is taken, and the field says which is wrong', async (_, make, said) => {
    const { people, here, phone } = await withPhone()

    const { text } = await handIn(
      await here.as(people.hendra),
      ['salah.bin', await make()],
      [name, queueFile([await aTalk(phone)])],
    ).expect(422)

    expect(text).toContain(`salah.bin: ${said}`)
    expect(text).toMatch(/<a href="#f-berkas">salah\.bin/)
    expect(await store.db.report.count()).toBe(1)
  })

  it('is left for another time where too much comes at once, and what fits is taken', async () => {
    const { people, here, phone } = await withPhone()
    const big = Buffer.alloc(24 * 1024 * 1024, 'a')

    const { text } = await handIn(
      await here.as(people.hendra),
      [name, queueFile([await aTalk(phone)])],
      ['satu.jsonl', big],
      ['dua.jsonl', big],
    ).expect(422)

    expect(text).toContain('dua.jsonl: 24 MB, tidak muat lagi.')
    expect(await store.db.report.count()).toBe(1)
  })

  it('with more than are taken at once is taken in parts: handed in once more, it goes on where it stopped', async () => {
    const { people, here, phone } = await withPhone()
    const claims = { photos: [{ hash: 'ab'.repeat(32), size: 20_000 }] }
    const envelopes = []
    for (let made = 0; made < 503; made += 1) envelopes.push(await aTalk(phone, { photos: [], claims }))
    const file = queueFile(envelopes)
    const asHendra = await here.as(people.hendra)

    const first = await handIn(asHendra, [name, file]).expect(422)
    const taken = await store.db.report.count()
    const second = await handIn(asHendra, [name, file]).expect(200)

    expect(first.text).toContain('Sekali serah paling banyak 500 kiriman. Belum masuk: 3.')
    expect(taken).toBe(500)
    expect(await store.db.report.count()).toBe(503)
    expect(second.text.match(/Diterima</g)).toHaveLength(3)
    expect(second.text.match(/Sudah ada</g)).toHaveLength(497)
  })

  it('is one report when the phone sends it at the same moment', async () => {
    const { people, here, phone } = await withPhone()
    const envelopes = await Promise.all(Array.from({ length: 5 }, () => aTalk(phone)))
    const browsers = [await here.as(people.hendra), await here.as(people.agus)]

    const answers = await Promise.all([
      ...browsers.map((browser) => handIn(browser, [name, queueFile(envelopes)])),
      ...envelopes.map(({ jws }) => sendEnvelope(here.app, jws)),
    ])

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect([await store.db.report.count(), await store.db.envelope.count()]).toEqual([5, 5])
    expect(await store.db.photo.count()).toBe(5)
    const carried = await store.db.envelope.count({ where: { carriedBy: { not: null } } })
    expect(await store.db.auditEntry.count({ where: { action: 'envelope.carried' } })).toBe(carried)
  })

  it('shows the name of a file as it is, whatever it is', async () => {
    const { people, here } = await withPhone()

    const { text } = await handIn(await here.as(people.hendra), [
      '<img src=x onerror=alert(1)> é.txt',
      Buffer.from('x'),
    ])

    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; é.txt: bukan berkas kiriman')
    expect(text).not.toContain('<img src=x')
  })

  it('is asked for where none was chosen', async () => {
    const { people, here } = await withPhone()

    const { text } = await (await here.as(people.hendra)).post('/berkas-kiriman').expect(422)

    expect(text).toContain('Pilih berkas kiriman dulu.')
  })

  it('of the first release, which did not count, is read; one envelope in two files is one', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone)
    const old = queueFile([envelope], {})
    const bare = queueFile([{ ...envelope, photos: [] }])

    const { text } = await handIn(await here.as(people.hendra), ['satu.jsonl', bare], ['dua.jsonl', old]).expect(200)

    expect(text.match(/class="card"/g)).toHaveLength(1)
    expect((await store.db.report.findFirstOrThrow()).photosAwaited).toBe(0)
    await sendPhoto(here.app, envelope.id, envelope.photos[0]!).expect(200)
    expect(await store.db.photo.count()).toBe(1)
  })
})
