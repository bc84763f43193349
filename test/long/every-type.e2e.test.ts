import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { cipherOf } from '../../src/platform/cipher.ts'
import { type Answers, askedFields, type ReportType } from '../../src/reports/engine/definition.ts'
import { readLabel } from '../../src/reports/engine/fields.ts'
import { readAnswers, type Wire } from '../../src/reports/engine/wire.ts'
import { decryptedAnswers } from '../../src/reports/record/confidential.queries.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast, type Player } from '../support/cast.ts'
import { photo } from '../support/filing.ts'
import { fill } from '../support/fill.ts'
import { reportData } from '../support/report-data.ts'
import { secrets } from '../support/site.ts'
import { store } from '../support/store.ts'
import { isThorough } from '../support/thorough.ts'

jest.setTimeout(300_000)

/** Two photos that look like nothing else. */
const photos = async () =>
  Promise.all(
    ['#4a7a3a', '#225588'].map(async (colour, index) => ({
      name: `foto-${index}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photo(colour),
    })),
  )

/** What the officer will have answered: the type's good report, without what only a phone can say by itself. */
function wireFor(type: ReportType, entry: string): Wire {
  const { posisi: _, ...wire } = reportData[type.key]!
  return { ...wire, posisiAlasan: 'gedung', ...(type.entryField ? { [type.entryField]: entry } : {}) }
}

const entryFor = ({ fields, entryField }: ReportType, officer: Player) =>
  store.db.registerEntry.create({
    data: {
      id: randomUUID(),
      kind: fields[entryField]!.register!,
      name: 'Sumber Rejeki',
      rt: 3,
      rw: 7,
      villageCode: officer.villages![0]!,
      createdBy: officer.id,
      createdAt: new Date('2026-11-01T08:00:00+07:00'),
    },
  })

const longField = (type: ReportType) =>
  askedFields(type).find(([, { kind, confidential }]) => kind === 'long' && !confidential)!

async function file(page: Page, type: ReportType, officer: Player): Promise<Answers> {
  const entry = type.entryField ? (await entryFor(type, officer)).id : ''
  const wire = wireFor(type, entry)
  await page.goto(`/laporan/${type.key}/baru${entry && `?entri=${entry}`}`)
  await fill(page, type, wire)
  await page.locator('input[name=foto]').setInputFiles(await photos())
  await press(page, 'Periksa jawaban')
  await press(page, 'Kirim laporan')
  await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor()
  return readAnswers(type, wire)
}

/** What the report's page says of a question, by its label. */
const said = async (page: Page, label: string): Promise<string> =>
  (
    await page
      .locator('.answers__row', { has: page.locator('dt', { hasText: label }) })
      .first()
      .locator('dd')
      .innerText()
  ).trim()

async function expectReadBack(page: Page, type: ReportType, answers: Answers): Promise<void> {
  const report = await store.db.report.findFirstOrThrow()
  const sealedKeys = askedFields(type).flatMap(([key, field]) => (field.confidential ? [key] : []))
  const opened = await decryptedAnswers(store.db, cipherOf(secrets.data), report.id)
  const unsaid = Object.fromEntries(sealedKeys.map((key) => [key, null]))
  expect({ ...unsaid, ...(report.answers as Answers), ...opened }).toEqual(answers)
  for (const key of sealedKeys) expect((report.answers as Answers)[key] ?? null).toBeNull()
  await page.goto(`/laporan/${report.id}`)
  for (const [key, field] of askedFields(type)) {
    if (answers[key] === null || field.kind === 'list' || sealedKeys.includes(key)) continue
    expect(await said(page, readLabel(field, 'id'))).not.toBe('')
    if (field.kind === 'long' || field.kind === 'text')
      expect(await said(page, readLabel(field, 'id'))).toBe(answers[key])
  }
}

async function sendBack(page: Page, id: string, field: string): Promise<void> {
  await page.goto(`/laporan/${id}`)
  await page.getByText('Kembalikan untuk diperbaiki').click()
  await page.getByText('Uraian tidak jelas', { exact: true }).click()
  await page.getByLabel('Apa yang perlu diperbaiki').fill('Tulis juga siapa saja yang hadir.')
  await page.locator(`[name=isian][value=${field}] + label`).click()
  await press(page, 'Kembalikan')
  await page.getByRole('status').getByText('dikembalikan kepada petugas').waitFor()
}

async function correct(page: Page, id: string, field: string, text: string): Promise<void> {
  await page.goto(`/laporan/${id}/perbaikan`)
  await page.locator(`textarea[name=${field}]`).fill(text)
  await page.getByLabel('Apa yang Anda ubah?').fill('Yang hadir ditambahkan')
  await press(page, 'Kirim ulang')
  await page.getByRole('status').getByText('diterima').waitFor()
}

/** In a usual run every other type has a script, and those between have none. */
const walked = (javaScriptEnabled: boolean) =>
  reportTypes.filter((_, index) => isThorough || (index % 2 === 0) === javaScriptEnabled)

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s, a report', (_, javaScriptEnabled) => {
  it.each(walked(javaScriptEnabled).map((type) => [type.key, type] as const))(
    'of %s is filed, read back, returned, corrected, verified, printed and exported',
    async (__, type) => {
      const { budi, agus } = await cast(store.db)
      const site = { ...(await openSite(store)), javaScriptEnabled }
      const [asBudi, asAgus] = [await openPage(site), await openPage(site)]
      await Promise.all([letIn(asBudi, budi), letIn(asAgus, agus)])

      const answers = await file(asBudi, type, budi)
      await expectReadBack(asBudi, type, answers)
      const { id, number } = await store.db.report.findFirstOrThrow()
      const [field] = longField(type)
      const mended = `${answers[field]} Hadir pula Ketua RT dan pemilik rumah.`
      await sendBack(asAgus, id, field)
      await correct(asBudi, id, field, mended)
      await asAgus.goto(`/laporan/${id}`)
      await press(asAgus, 'Verifikasi')
      await asAgus.getByRole('status').getByText(`Laporan ${number} diverifikasi.`).waitFor()

      expect(await store.db.report.findFirst()).toMatchObject({ state: 'verified', version: 2 })
      await asAgus.goto(`/laporan/${id}/cetak`)
      await asAgus.getByText(mended).first().waitFor()
      const csv = await asAgus.request.get(`/laporan/unduhan?jenis=${type.key}`)
      expect(await csv.text()).toContain(number)
      expect(await csv.text()).toContain(mended)
    },
  )
})
