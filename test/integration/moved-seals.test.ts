import { randomUUID } from 'node:crypto'
import { nikLocation } from '../../src/officers/register/register.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { createLog } from '../../src/platform/http/log.ts'
import { cast } from '../support/cast.ts'
import { household, postForm } from '../support/filing.ts'

import { reportData } from '../support/report-data.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const path = '/laporan/laporan-informasi'
const reason = 'Diperlukan untuk mendalami rencana tawuran'

/** The application, and the lines of its log that are about a seal. */
async function watched() {
  const lines: string[] = []
  const log = createLog('error', { write: (line) => void lines.push(line) })
  const people = await cast(store.db)
  const { as } = site(store, { log })
  return { ...people, as, told: () => lines.filter((line) => line.includes('sealed value does not open')) }
}

const information = (own: Record<string, string>) => ({
  laporanId: randomUUID(),
  ...reportData['laporan-informasi']!,
  ...own,
})

describe('a sealed value that was moved to another row', () => {
  it('of a NIK is named on the entry’s page, which shows the rest', async () => {
    const { budi, as, told } = await watched()
    const home = await household(store.db, budi)
    const moved = cipherOf(secrets.data).encrypt('3274051205900007', nikLocation(randomUUID()))
    await store.db.registerEntry.update({ where: { id: home.id }, data: { nikSealed: moved } })
    const browser = await as(budi)

    const { text } = await browser.get(`/warga/${home.id}`).expect(200)

    const [, reference] = /Tidak bisa dibuka\. Rujukan untuk admin: ([0-9A-F]{8})/.exec(text)!
    expect(text).toContain(home.name)
    expect(told()).toEqual([expect.stringContaining(nikLocation(home.id))])
    expect(told()[0]).toContain(reference)
  })

  it('of a source answers its opening with a page that has a reference, and the report stays readable', async () => {
    const { budi, agus, as, told } = await watched()
    const asBudi = await as(budi)
    const [one, other] = [information({ aksi: 'kirim' }), information({ aksi: 'kirim', namaNarasumber: 'Orang lain' })]
    await postForm(asBudi, path, one).expect(303)
    await postForm(asBudi, path, other)
    const { body } = await store.db.sealedAnswers.findFirstOrThrow({ where: { reportId: one.laporanId } })
    const moved = new Uint8Array(body)
    moved[40] = moved[40]! ^ 1
    await store.db.sealedAnswers.updateMany({ where: { reportId: one.laporanId }, data: { body: moved } })
    const asAgus = await as(agus)

    await asAgus.get(`/laporan/${one.laporanId}`).expect(200)
    const { text } = await asAgus
      .post(`/laporan/${one.laporanId}/pembukaan-sumber`)
      .type('form')
      .send({ alasan: reason })
      .expect(500)

    expect(text).toContain('Data rahasia ini tidak bisa dibuka')
    expect(text).toMatch(/nomor rujukan [0-9A-F]{8}/)
    expect(told()).toEqual([expect.stringContaining(`report:sealed:${one.laporanId}:1`)])
  })

  it('of a draft is said at its question, and the other answers are there', async () => {
    const { budi, as, told } = await watched()
    const asBudi = await as(budi)
    const [one, other] = [information({ aksi: 'simpan' }), information({ aksi: 'simpan' })]
    await postForm(asBudi, path, one).expect(303)
    await postForm(asBudi, path, other).expect(303)
    const { sealed } = await store.db.draft.findUniqueOrThrow({ where: { id: other.laporanId } })
    await store.db.draft.update({ where: { id: one.laporanId }, data: { sealed } })

    const { text } = await asBudi.get(`/draf/${one.laporanId}`).expect(200)

    expect(text).toContain('Jawaban rahasia di draf ini tidak bisa dibuka. Isi lagi')
    expect(text).toContain(String(reportData['laporan-informasi']!.uraian ?? '').slice(0, 20))
    expect(told()).toEqual([expect.stringContaining(`draft:sealed:${one.laporanId}`)])
  })
})
