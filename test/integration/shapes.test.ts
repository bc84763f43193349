import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { names, niks, phones, texts } from '../corpus/shapes/shapes.ts'
import { cast } from '../support/cast.ts'
import { type Browser, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** As a browser without script sends it; what is odd about it is answered. */
const household = (own: Record<string, string>) => ({
  wilayah: '32.74.05.1002',
  nama: 'Siti Rohmah',
  rt: '3',
  rw: '7',
  aksi: 'simpan',
  ganda: 'tetap',
  nikKeterangan: 'diperiksa',
  ...own,
})
const place = (own: Record<string, string>) => ({
  wilayah: '32.74.05.1002',
  nama: 'Toko Sinar Jaya',
  jenis: 'usaha',
  penanggungJawab: 'Joko Susilo',
  rt: '3',
  rw: '7',
  aksi: 'simpan',
  ganda: 'tetap',
  ...own,
})

/** Sends a new entry, tells what is stored of it or that it was refused, and takes it away again. */
async function stored(browser: Browser, path: string, sent: Record<string, string>) {
  const { status, text } = await browser.post(path).type('form').send(sent)
  const [entry] = await store.db.registerEntry.findMany()
  await store.db.registerEntry.deleteMany()
  if (!entry) return { status, says: text.includes('govuk-error-message') }
  const nik = entry.nikSealed && cipherOf(secrets.data).decrypt(entry.nikSealed, nikLocation(entry.id))
  return { status, name: entry.name, phone: entry.phone, nik }
}

const asBudi = async () => site(store).as((await cast(store.db)).budi)
const refused = { status: 422, says: true }

describe('without a script, the form of the register', () => {
  it('keeps every name of the corpus, asks about those of one letter, and refuses what is none', async () => {
    const browser = await asBudi()
    const wrong: unknown[] = []
    for (const { typed, kept, asks } of names.taken) {
      const first = asks ? await stored(browser, '/warga', household({ nama: typed })) : refused
      const found = await stored(browser, '/warga', household({ nama: typed, yakin: asks ? kept : '' }))
      if (found.name !== kept || first.status !== 422) wrong.push({ typed, first, found })
    }
    for (const typed of names.refused) {
      const found = await stored(browser, '/warga', household({ nama: typed, yakin: typed }))
      if (JSON.stringify(found) !== JSON.stringify(refused)) wrong.push({ typed, found })
    }

    expect(wrong).toEqual([])
  })

  it('keeps every telephone number and NIK of the corpus, and refuses what is none', async () => {
    const browser = await asBudi()
    const wrong: unknown[] = []
    const note = (typed: string, found: { status: number }, isRight: boolean) => isRight || wrong.push({ typed, found })
    for (const { typed, kept } of phones.taken) {
      const found = await stored(browser, '/warga', household({ hp: typed }))
      note(typed, found, found.phone === kept)
    }
    for (const { typed, kept } of phones.landlines) {
      const [home, shop] = [
        await stored(browser, '/warga', household({ hp: typed })),
        await stored(browser, '/tempat', place({ hp: typed })),
      ]
      note(typed, home, home.status === 422 && shop.phone === kept)
    }
    for (const { typed } of phones.refused) {
      const found = await stored(browser, '/tempat', place({ hp: typed }))
      note(typed, found, found.status === 422)
    }
    for (const { typed, kept } of niks.taken) {
      const found = await stored(browser, '/warga', household({ nik: typed }))
      note(typed, found, found.nik === kept)
    }
    for (const typed of niks.refused) {
      const found = await stored(browser, '/warga', household({ nik: typed }))
      note(typed, found, found.status === 422)
    }

    expect(wrong).toEqual([])
  })
})

describe('without a script, a form with long texts', () => {
  it('keeps every pasted text of the corpus as it can be read', async () => {
    const browser = await asBudi()
    const wrong: unknown[] = []
    for (const { typed, kept } of texts) {
      await browser.post('/wilayah/32.74.05.1002/ubah').type('form').send({ titikRawan: typed, versi: '' }).expect(303)
      const [profile] = await store.db.villageProfile.findMany()
      await store.db.villageProfile.deleteMany()
      const { titikRawan } = profile!.details as Record<string, string>
      if (titikRawan !== kept) wrong.push({ typed, kept, titikRawan })
    }

    expect(wrong).toEqual([])
  })
})
