import { matchedData } from 'express-validator'
import fc from 'fast-check'
import { registerKinds } from '../../src/officers/register/kinds.ts'
import { view } from '../../src/platform/views/render.ts'
import { type Answers, askedFields, type ReportType } from '../../src/reports/engine/definition.ts'
import { type Field, readLabel } from '../../src/reports/engine/fields.ts'
import { cell, type Names, show } from '../../src/reports/engine/kinds.ts'
import { answerChains, answerFaults, problemsIn } from '../../src/reports/engine/validation.ts'
import { readAnswers, type Wire, wireOf } from '../../src/reports/engine/wire.ts'
import { sayKey } from '../../src/reports/form/filing.validation.ts'
import { formPage } from '../../src/reports/form/form.pages.ts'
import { typedForm } from '../../src/reports/form/typed-form.pages.ts'
import { exportHead, exportRow } from '../../src/reports/reading/report-export.ts'
import type { ListedReport } from '../../src/reports/record/list.queries.ts'
import { digestOf } from '../../src/reports/record/receipt.ts'
import { sumsOf } from '../../src/reports/record/report-row.ts'
import { headlineOf } from '../../src/reports/registry/registry.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { sayIn } from '../../src/sentences/say.ts'
import { answersTo, villageCodes } from '../support/answers.ts'
import { formIn } from '../support/html-form.ts'
import { reportData, today } from '../support/report-data.ts'

const locales = ['id', 'en'] as const
const names: Names = { village: (code) => `Kel. ${code}`, entry: (id) => `Keluarga ${id}`, term: () => undefined }
const unsaid = /undefined|null|NaN|\[object|\{\w+\}/

const listed = (type: ReportType, answers: Answers) =>
  ({
    number: 'X/0001/KESAMBI/XI/2026',
    state: 'submitted',
    villageCode: villageCodes[0],
    typeKey: type.key,
    answers,
    author: { pangkat: 'Aipda', name: 'Budi Santoso' },
    arrivedAt: new Date('2026-11-24T10:00:00+07:00'),
    writtenAt: new Date('2026-11-24T09:40:00+07:00'),
    dueAt: new Date('2026-11-25T23:59:59+07:00'),
    lateReason: null,
  }) as unknown as ListedReport

/** The answers that express-validator lets through to a handler. */
async function accepted(type: ReportType, wire: Wire) {
  const req = { body: { ...wire } }
  const words = { locale: 'id' as const, say: sayKey(sayIn('id')) }
  const faults = answerFaults(type, wire, readAnswers(type, wire), today, words)
  const chains = answerChains(type, wire, faults, words)
  const results = await Promise.all(chains.map((chain) => chain.run(req)))
  const told = results.flatMap((result) => result.array().map(({ msg }) => String(msg)))
  return { faults: told, input: matchedData(req, { locations: ['body'], includeOptionals: true }) }
}

const filled = (type: ReportType, wire: Wire, locale: 'id' | 'en') => {
  const entry = typeof wire[type.entryField] === 'string' ? String(wire[type.entryField]) : ''
  return view(
    'reports/form',
    formPage({
      type,
      wire,
      today,
      locale,
      id: '00000000-0000-4000-8000-000000000000',
      errors: new Map(),
      photos: [],
      t: sayIn(locale),
      villages: villageCodes.map((code) => ({ code, name: code })),
      entry: entry ? { id: entry, title: 'Siti', lines: [] } : undefined,
    }),
    locale,
  )
}

/** Made once, because it begins with a table of all signs. */
const junk = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('-', '99', '2026-02-30'), fc.array(fc.string()))

describe.each(reportTypes.map((type) => [type.key, type] as const))('the report type %s', (key, type) => {
  const answers = answersTo(type)
  const holds = (law: (given: Answers) => void, numRuns = 100) => fc.assert(fc.property(answers, law), { numRuns })

  it('has a good report among the data of the tests', async () => {
    const wire = reportData[key]!

    expect(wire).toBeDefined()
    expect((await accepted(type, wire)).faults).toEqual([])
  })

  it('takes whatever its rules allow', () => {
    holds((given) => {
      expect(problemsIn(type, given, today)).toEqual([])
    })
  })

  it('reads back what it wrote', () => {
    holds((given) => {
      expect(readAnswers(type, wireOf(type, given))).toEqual(given)
    })
  })

  it('hands to the handler just what was answered, and nothing that was not asked', async () => {
    const law = fc.asyncProperty(answers, async (given) => {
      const { faults, input } = await accepted(type, { ...wireOf(type, given), state: 'verified', authorId: 'x' })
      expect(faults).toEqual([])
      expect(input).toEqual(given)
    })
    await fc.assert(law, { numRuns: 30 })
  })

  it('asks for every answer that is needed', () => {
    for (const [name, field] of askedFields(type)) {
      if (!field.required) continue
      const lacking = { ...readAnswers(type, reportData[key]!), [name]: null }
      expect(problemsIn(type, lacking, today).map((found) => [found.name, found.problem.key])).toContainEqual([
        name,
        'rule.required',
      ])
    }
  })

  it('has a headline that says something in both languages', () => {
    holds((given) => {
      for (const locale of locales) {
        const headline = headlineOf(type, plain(type, given), { locale, names })
        expect(headline).not.toMatch(unsaid)
        expect(headline.trim()).not.toBe('')
      }
    })
  })

  it('asks its readers nothing', () => {
    const said = Object.values(type.fields).flatMap((field) => locales.map((locale) => readLabel(field, locale)))

    expect(said.filter((label) => /\?|\b(?:Anda|you|your)\b/.test(label))).toEqual([])
  })

  it('shows and exports every answer, given or not', () => {
    holds((given) => {
      const found = Object.entries(type.fields).flatMap(([field, one]) =>
        locales.map((locale) => {
          const shown = show(one, given[field], { locale, names })
          const exported = cell(one, given[field], { locale, names })
          return { field, locale, shown, exported, ungiven: show(one, undefined, { locale, names }) }
        }),
      )
      const isRight = ({ shown, exported, ungiven }: (typeof found)[number]) =>
        typeof shown === 'string' && ['string', 'number'].includes(typeof exported) && ungiven === ''

      expect(found.filter((one) => !isRight(one))).toEqual([])
    })
  })

  it('can be read as it was typed, whatever was typed', () => {
    const good = wireOf(type, readAnswers(type, reportData[key]!))
    const parts = Object.entries(type.fields).flatMap(([name, { items = {} }]) => [
      name,
      ...Object.keys(items).map((item) => `${name}.0.${item}`),
    ])
    const typed = fc.dictionary(fc.constantFrom(...parts), junk, { maxKeys: 8 })
    const law = fc.property(typed, (own) => {
      const { sections } = typedForm(type, { ...good, ...own }, { locale: 'id', names })
      const read = sections.flatMap(({ rows }) => rows.flatMap(({ value, lines }) => [value, ...lines]))

      expect(read.filter((one) => typeof one !== 'string')).toEqual([])
    })

    fc.assert(law, { numRuns: 200 })
  })

  it('has as many cells in a row of its export as in the head', () => {
    holds((given) => {
      for (const locale of locales) {
        const t = sayIn(locale)
        const row = exportRow(type, listed(type, given), names, locale, t, 'Asia/Jakarta')
        expect(row).toHaveLength(exportHead(type, locale, t).length)
      }
    })
  })

  it('prints a form that, posted back, says what was given', () => {
    holds((given) => {
      for (const locale of locales) {
        expect(readAnswers(type, formIn(filled(type, wireOf(type, given), locale)))).toEqual(given)
      }
    }, 30)
  })

  it('has one fingerprint for one content, whatever the order of its keys and photos', () => {
    fc.assert(
      fc.property(
        answers,
        fc.uniqueArray(fc.uuid(), { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        (given, photos, order) => {
          const shuffled = Object.fromEntries(
            Object.entries(given)
              .map((entry) => [order.next().value, entry] as const)
              .sort(([a], [b]) => a - b)
              .map(([, entry]) => entry),
          )
          const digest = digestOf(key, given, photos)
          expect(digestOf(key, shuffled, photos.toReversed())).toBe(digest)
          expect(digestOf(`${key}-2`, given, photos)).not.toBe(digest)
          expect(digestOf(key, { ...given, tanggal: '2000-01-01' }, photos)).not.toBe(digest)
        },
      ),
    )
  })

  it('adds up only numbers', () => {
    holds((given) => {
      for (const value of Object.values(sumsOf(type, given))) expect(Number.isFinite(value)).toBe(true)
    })
  })
})

/** The same answers with harmless words: a headline may quote somebody who wrote "null". */
const plain = (type: ReportType, given: Answers): Answers =>
  Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      ['text', 'long'].includes(type.fields[key]!.kind) && value !== null ? 'Balai RW 07' : value,
    ]),
  )

describe('a question that needs no answer', () => {
  const asked = [
    ...reportTypes.map((type) => [type.key, askedFields(type)] as const),
    ...Object.values(registerKinds).map(({ name, fields }) => [name, Object.entries(fields)] as const),
  ]
  const all = asked.flatMap(([of, fields]) =>
    fields.flatMap(([key, field]) => [
      [`${of} ${key}`, field] as const,
      ...Object.entries(field.items ?? {}).map(([item, one]) => [`${of} ${key}.${item}`, one as Field] as const),
    ]),
  )
  const isOptional = ({ required, requiredWhen, requiredUnless, insteadOf, retired, kind }: Field) =>
    !required && !requiredWhen && !requiredUnless && !insteadOf && !retired && kind !== 'list' && kind !== 'position'

  /** The law asks to collect less: nobody has to say why they keep these to themselves. */
  const personal = new Set(['keluarga nik', 'keluarga tanggalLahir', 'keluarga jenisKelamin'])

  it('can be answered with the reason why there is no answer', () => {
    expect(
      all.filter(([name, field]) => !personal.has(name) && isOptional(field) && !field.unknowns).map(([name]) => name),
    ).toEqual([])
  })
})
