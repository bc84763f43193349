import { join } from 'node:path'
import fc from 'fast-check'
import { root } from '../../src/platform/config/config.ts'
import { asset } from '../../src/platform/views/assets.ts'
import type { ReportType } from '../../src/reports/engine/definition.ts'
import { problemsIn, sentenceFor } from '../../src/reports/engine/validation.ts'
import { readAnswers, type Wire, wireOf } from '../../src/reports/engine/wire.ts'
import { sayKey } from '../../src/reports/form/filing.validation.ts'
import { anchorOf, formPage } from '../../src/reports/form/form.pages.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { sayIn } from '../../src/sentences/say.ts'
import { names, niks, phones, texts } from '../corpus/shapes/shapes.ts'
import { answersTo } from '../support/answers.ts'
import { openPage } from '../support/browser.ts'
import { reportData, today } from '../support/report-data.ts'

const casesEach = 200
const seed = 20_261_124

/** What makes a good form a bad one. */
const wrong = fc.oneof(
  fc.constantFrom('', ' ', '-', '...', 'xxx', 'tidak ada', 'Tes', 'ya', 'tidak', 'lain', 'tidakDiketahui', 'toString'),
  fc.constantFrom('0', '-1', '007', '1000', '99999', '1e3', '9,5', '12345678901', 'dua puluh'),
  fc.constantFrom('2026-02-30', '2030-01-01', '1899-12-31', '24/11/2026', '31.12.2026', '25:61', '9.05', '09:5'),
  fc.constantFrom('081234567890', '+62 812-3456-789', '0812', '32.74.05.1002', '-6.7,108.5,12', '0,0,0'),
  fc.constantFrom('a', 'aaaaaaaa', '<script>alert(1)</script>', '\u202eabc', 'a\u0000b', 'e\u0301'.repeat(600)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(...[...names.taken, ...texts, ...niks.taken, ...phones.taken].map(({ typed }) => typed)),
  fc.constantFrom(...names.refused),
  fc.constantFrom(['narkoba', 'lain'], ['', ''], ['a', 'a']),
)

const namesIn = ({ fields }: ReportType): string[] =>
  Object.entries(fields).flatMap(([key, { items, retired }]) =>
    retired ? [] : items ? Object.keys(items).flatMap((item) => [`${key}.0.${item}`, `${key}.1.${item}`]) : key,
  )

const whole = (text: string): string => Buffer.from(text).toString()

/** As the wire travels: no browser sends half a character. */
const wellFormed = (wire: Wire): Wire =>
  JSON.parse(JSON.stringify(wire, (_, value) => (typeof value === 'string' ? whole(value) : value))) as Wire

function casesOf(type: ReportType): Wire[] {
  const good = fc.oneof(
    answersTo(type).map((answers) => wireOf(type, answers)),
    fc.constant(reportData[type.key]!),
  )
  const edits = fc.dictionary(fc.constantFrom(...namesIn(type)), fc.option(wrong, { nil: undefined }), { maxKeys: 4 })
  const cases = fc.tuple(good, edits).map(([wire, edit]) => wellFormed({ ...wire, ...edit }))
  return fc.sample(cases, { seed, numRuns: casesEach })
}

const rulesOf = (type: ReportType): string =>
  formPage({
    type,
    wire: {},
    today,
    locale: 'id',
    id: '00000000-0000-4000-8000-000000000000',
    errors: new Map(),
    photos: [],
    t: sayIn('id'),
    villages: [],
    entry: undefined,
  }).rules

/** What the server says: the place of each complaint on the page, and its sentence. */
const serverSays = (type: ReportType, wire: Wire): string[] =>
  problemsIn(type, readAnswers(type, wire), today).map(
    (found) => `${anchorOf(found.name)} ${sentenceFor(found, 'id', sayKey(sayIn('id')))}`,
  )

/** Runs in the page: fills the form of the type in, presses "check", reads the summary that the script has made. */
const askPhone = `({ rules, cases }) => cases.map((wire) => {
  for (const old of document.querySelectorAll('[data-summary]')) old.remove()
  const form = document.querySelector('form')
  const inputs = Object.entries({ ...wire, fotoHash: ['1', '2', '3'] }).flatMap(([name, value]) =>
    [value].flat().map((one) => Object.assign(document.createElement('input'), { type: 'hidden', name, value: one })))
  const submitter = Object.assign(document.createElement('button'), { name: 'aksi', value: 'periksa' })
  form.replaceChildren(...inputs, submitter)
  form.dispatchEvent(new SubmitEvent('submit', { submitter, bubbles: true, cancelable: true }))
  return [...document.querySelectorAll('[data-summary] a')].map((a) => a.getAttribute('href') + ' ' + a.textContent)
})`

describe('the phone, with the script that is delivered to it,', () => {
  it('says of every form of every type just what the server says', async () => {
    const page = await openPage({ baseURL: 'http://localhost' })
    const differing: unknown[] = []
    const told = { forms: 0, good: 0, complaints: 0 }
    for (const type of reportTypes) {
      const cases = casesOf(type)
      await page.setContent('<main><form data-report-form></form></main>')
      await page.evaluate(`document.querySelector('form').dataset.rules = ${JSON.stringify(rulesOf(type))}`)
      await page.addScriptTag({ path: join(root, 'public', asset('app.js')), type: 'module' })
      await page.locator('html.has-script').waitFor()
      const said = await page.evaluate<string[][]>(`(${askPhone})(${JSON.stringify({ cases })})`)
      for (const [index, wire] of cases.entries()) {
        const [phone, server] = [said[index]!.sort(), serverSays(type, wire).sort()]
        told.forms += 1
        told.complaints += server.length
        if (server.length === 0) told.good += 1
        if (JSON.stringify(phone) !== JSON.stringify(server)) differing.push({ type: type.key, wire, phone, server })
      }
    }

    expect(differing).toEqual([])
    expect(told.forms).toBe(reportTypes.length * casesEach)
    expect(told.good).toBeGreaterThan(100)
    expect(told.complaints).toBeGreaterThan(told.forms / 2)
  })
})
