import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import { tidyName } from '../../src/kernel/tidy.ts'
import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { type CleanPhoto, cleanPhoto } from '../../src/reports/drafts/photos.ts'
import { type CorpusForm, corpusForms, kindsTried, type Trial, trialsOf } from '../corpus/forms.ts'
import { givenNrp, inputsEach, inputsOf, triedOf, withNul } from '../corpus/inputs.ts'
import { isKept } from '../corpus/kept.ts'
import { letIn, openPage, openSite } from '../support/browser.ts'
import { cast, type Player, password } from '../support/cast.ts'
import { household, photo } from '../support/filing.ts'
import { secrets } from '../support/site.ts'
import { store } from '../support/store.ts'

jest.setTimeout(300_000)

type Wire = Record<string, string>

/** Posts as a browser without a script does, whatever is in the fields. */
async function poster(baseURL: string, { nrp }: Player) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const options = { method: 'POST', redirect: 'manual' } as const
  const entering = { ...options, headers, body: new URLSearchParams({ nrp, sandi: password }) }
  const cookie = (await fetch(`${baseURL}/masuk`, entering)).headers.getSetCookie().map((one) => one.split(';')[0])
  return async (path: string, wire: Wire) => {
    const body = new URLSearchParams(wire)
    const answer = await fetch(`${baseURL}${path}`, {
      ...options,
      headers: { ...headers, cookie: cookie.join('; ') },
      body,
    })
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() }
  }
}

type Post = Awaited<ReturnType<typeof poster>>

/** One small photo waits under every report. */
async function photoFor(author: Player): Promise<(reportId: string) => Promise<string>> {
  const { body, ...clean } = (await cleanPhoto(await photo('#5f97cc', 64))) as CleanPhoto
  const data = {
    ...clean,
    body: new Uint8Array(body),
    authorId: author.id,
    parkedAt: new Date('2026-11-24T09:40:00+07:00'),
  }
  return async (reportId) => {
    await store.db.parkedPhoto.create({ data: { ...data, reportId } })
    return clean.hash
  }
}

const rounds = (trials: Trial[], of: 'taken' | 'refused') => Math.max(...trials.map((trial) => trial[of].length))
const wireAt = (form: CorpusForm, trials: Trial[], of: 'taken' | 'refused', round: number): Wire => ({
  ...form.good,
  // No two households are of one name at one place.
  ...(form.path === '/warga' ? { rw: String(1 + (round % 999)) } : {}),
  ...Object.fromEntries(
    trials.flatMap(({ name, [of]: typed }) => (round < typed.length ? [[name, typed[round]!]] : [])),
  ),
})

/** Every input that the rules refuse: the form comes back and says so at each. */
async function refuseAll(form: CorpusForm, trials: Trial[], post: Post): Promise<string[]> {
  const faults: string[] = []
  for (let round = 0; round < rounds(trials, 'refused'); round += 1) {
    const { status, text } = await post(form.path, {
      ...wireAt(form, trials, 'refused', round),
      laporanId: randomUUID(),
      aksi: 'kirim',
    })
    const silent = trials.filter(
      ({ name, refused }) => round < refused.length && !text.includes(`id="f-${name.replaceAll('.', '-')}-error"`),
    )
    for (const { name, refused } of silent)
      faults.push(`${form.path} ${status} ${name}: ${JSON.stringify(refused[round])} was not refused`)
    if (status !== 422) faults.push(`${form.path} answered ${status} in round ${round}`)
  }
  return faults
}

const isReport = (path: string) => path.startsWith('/laporan/')
const seals = cipherOf(secrets.data)

async function storedIn({ path }: CorpusForm, id: string): Promise<Record<string, unknown>> {
  if (path === '/personel') return { nrp: (await store.db.person.findUniqueOrThrow({ where: { id } })).nrp }
  if (isReport(path)) {
    const { answers } = await store.db.report.update({ where: { id }, data: { state: 'cancelled' } })
    const { pendapat, ...rest } = answers as Record<string, unknown> & { pendapat?: { uraian: string }[] }
    return { ...rest, 'pendapat.0.uraian': pendapat?.[0]?.uraian }
  }
  const { details, name, villageCode, phone, address, rt, rw, nikSealed } =
    await store.db.registerEntry.findUniqueOrThrow({ where: { id } })
  const nik = nikSealed ? seals.decrypt(nikSealed, nikLocation(id)) : null
  return { ...(details as object), nama: name, wilayah: villageCode, hp: phone, alamat: address, rt, rw, nik }
}

/** A name that is a number or one letter is asked about once; the form that asked says so when it comes again. */
const sure = ({ nama }: Wire): Wire => (typeof nama === 'string' ? { yakin: tidyName(nama) } : {})

/** Every input that the rules take: it is stored as it was typed. Returns what is not, and what was stored with markup in it. */
async function keepAll(form: CorpusForm, trials: Trial[], post: Post, photoOf: (id: string) => Promise<string>) {
  const faults: string[] = []
  const marked: string[] = []
  for (let round = 0; round < rounds(trials, 'taken'); round += 1) {
    const laporanId = randomUUID()
    const wire = wireAt(form, trials, 'taken', round)
    const proof: Wire = !isReport(form.path) ? {} : { fotoHash: await photoOf(laporanId) }
    const { status, location, text } = await post(form.path, {
      ...wire,
      ...proof,
      ...sure(wire),
      laporanId,
      aksi: 'kirim',
    })
    // A new account is answered with its slip.
    if (status !== (form.path === '/personel' ? 201 : 303)) {
      const why = [...text.matchAll(/<a href="#(f-[^"]+)">([^<]+)/g)].map(([, at, said]) => `${at} ${said}`)
      faults.push(`${form.path} answered ${status}: ${why.join('; ')} ${JSON.stringify(wire)}`)
      continue
    }
    // On the page of a slip the first id is that of its reader.
    const id = (location || text).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)!.at(location ? 0 : -1)!
    const stored = await storedIn(form, id)
    for (const { name, kind, taken } of trials) {
      if (round < taken.length && !isKept(kind, taken[round]!, stored[name]))
        faults.push(
          `${form.path} ${name}: ${JSON.stringify(taken[round])} is stored as ${JSON.stringify(stored[name])}`,
        )
    }
    if (form.by === 'budi' && /[<>{}]|javascript:/.test(JSON.stringify(stored)))
      marked.push(form.path === '/warga' ? `/warga/${id}` : `/laporan/${id}`)
  }
  return { faults, marked }
}

/** What runs, or wants to run, when the pages with all that markup are opened. */
async function scriptsRunIn(baseURL: string, officer: Player, addresses: string[]): Promise<string[]> {
  const page = await openPage({ baseURL })
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(`a dialog at ${page.url()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) ran.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => ran.push(`${page.url()}: ${String(error)}`))
  await letIn(page, officer)
  for (const address of addresses) await page.goto(address, { waitUntil: 'load' })
  return ran
}

const most = 120

describe('whatever is typed into a form', () => {
  it('is stored as it was typed or refused with a sentence, breaks nothing, and runs nowhere', async () => {
    const people = await cast(store.db)
    const { baseURL, clock } = await openSite(store)
    // Days of long ago are among the inputs, and a village is the officer's only from the day of the assignment.
    const longAgo = new Date('2015-01-01')
    await store.db.assignment.updateMany({ data: { sinceOn: longAgo } })
    await store.db.posting.updateMany({ data: { sinceOn: longAgo } })
    // The day is over: whatever hour is typed beside today has passed.
    clock.set('2026-11-24T23:59:59+07:00')
    const place = await household(store.db, people.budi, {
      kind: 'tempat',
      name: 'Toko Maju',
      details: { jenis: 'usaha' },
    })
    const forms = corpusForms(place.id, givenNrp)
    const posts = { budi: await poster(baseURL, people.budi), rini: await poster(baseURL, people.rini) }
    const photoOf = await photoFor(people.budi)
    const before = await store.db.person.count()

    const results = await Promise.all(
      [...trialsOf(forms)].map(async ([form, trials]) => {
        const refused = await refuseAll(form, trials, posts[form.by])
        const { faults, marked } = await keepAll(form, trials, posts[form.by], photoOf)
        return { faults: [...refused, ...faults], marked }
      }),
    )
    for (const nul of withNul) {
      const { status } = await posts.budi('/laporan/penyuluhan', {
        ...forms[0]!.good,
        tempat: nul,
        laporanId: randomUUID(),
        aksi: 'kirim',
      })
      if (status !== 400) results[0]!.faults.push(`a NUL was answered with ${status}`)
    }
    const addresses = results.flatMap(({ marked }) => marked)
    const evenly = addresses.filter((_, index) => index % Math.ceil(addresses.length / most) === 0)
    const ran = await scriptsRunIn(baseURL, people.budi, [...evenly, '/laporan?keadaan=dibatalkan', '/warga'])
    const faults = results.flatMap((one) => one.faults)

    const kinds = kindsTried(forms)
    const dealt = kinds.reduce((sum, kind) => sum + triedOf(kind).length, 0)
    console.log(
      `${triedOf('text').length} inputs × ${kinds.length} kinds of field = ${dealt}: ${faults.length} faults (answers 5xx, silent changes, missing refusals), ${ran.length} scripts run on ${evenly.length + 2} pages`,
    )
    expect(kinds.map((kind) => inputsOf(kind).length)).toEqual(kinds.map(() => inputsEach))
    expect(faults).toEqual([])
    expect(await store.db.person.count()).toBe(before + trialsOf(forms).get(forms.at(-1)!)![0]!.taken.length)
    expect(ran).toEqual([])
    expect(evenly.length).toBeGreaterThan(20)
  })
})
