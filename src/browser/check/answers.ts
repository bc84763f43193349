import { readFields } from '../../reports/engine/judge.ts'
import { all, language, say, showNumber } from '../dom.ts'
import { shownEntry } from '../drafts/entry-card.ts'
import { wireIn } from '../form-wire.ts'
import type { PhoneField, PhoneRules } from '../report-rules.ts'

export interface ShownSection {
  title: string
  /** Where its questions stand in the form. */
  section: HTMLElement
  rows: { label: string; lines: string[] }[]
}

type Answers = Record<string, unknown>

/** The answers as the server's check page shows them, as far as the form itself knows their names. */
export function shownSections(form: HTMLFormElement, rules: PhoneRules): ShownSection[] {
  const answers = readFields(Object.entries(rules.fields), wireIn(form))
  return all(':scope > section', form)
    .map((section) => ({
      section,
      title: titleOf(section),
      rows: Object.entries(rules.fields).flatMap(([key, field]) => {
        const text = placeOf(form, key)?.closest('section') === section ? shown(form, rules, key, answers) : ''
        return text === '' || field.insteadOf ? [] : [{ label: field.readAs ?? field.label, lines: text.split('\n') }]
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** The one line that tells the report from its neighbours. */
export function headlineIn(form: HTMLFormElement, rules: PhoneRules): string {
  const answers = readFields(Object.entries(rules.fields), wireIn(form))
  return rules.headline.replace(/\{(\w+)\}/g, (_, key: string) => shown(form, rules, key, answers))
}

const titleOf = (section: HTMLElement): string =>
  [...(section.querySelector('.section-title')?.childNodes ?? [])]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => (textContent ?? '').trim())
    .join('')

const placeOf = (form: HTMLFormElement, key: string): Element | null =>
  form.querySelector(`[name="${key}"], [data-list="${key}"], [data-entry="${key}"]`)

/** The answer, or why there is none. */
function shown(form: HTMLFormElement, { fields }: PhoneRules, key: string, answers: Answers): string {
  const text = show(form, fields[key]!, key, answers[key])
  const why = fields[`${key}Tanpa`]
  return text === '' && why ? show(form, why, `${key}Tanpa`, answers[`${key}Tanpa`]) : text
}

type Showing = (value: unknown, field: PhoneField, form: HTMLFormElement, name: string) => string

const byOption: Showing = (value, _, form, name) =>
  [value]
    .flat()
    .map((one) => optionLabel(form, name, String(one)))
    .join(', ')

/** Whatever is not here is shown as it was typed. */
const shows: Partial<Record<PhoneField['kind'], Showing>> = {
  list: (value, field, form, name) =>
    (value as Answers[]).map((item, index) => showItem(form, field, `${name}.${index}`, item)).join('\n'),
  choice: byOption,
  many: byOption,
  village: byOption,
  entry: (_, __, form) => shownEntry(form)?.title ?? '',
  date: (value) => new Date(`${String(value)}T00:00:00Z`).toLocaleDateString(language, dayFormat),
  time: (value) => (language === 'id-ID' ? String(value).replace(':', '.') : String(value)),
  integer: (value, { padded }) => (padded ? String(value).padStart(3, '0') : showNumber(Number(value))),
  phone: (value) => String(value).replace(/^\+62/, '0'),
  position: (value, _, form) => showPlace(form, String(value)),
}

function show(form: HTMLFormElement, field: PhoneField, name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  return shows[field.kind]?.(value, field, form, name) ?? String(value)
}

const dayFormat = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const

const showItem = (form: HTMLFormElement, { items = {} }: PhoneField, name: string, item: Answers): string =>
  Object.entries(items)
    .map(([key, field]) => [field as PhoneField, show(form, field as PhoneField, `${name}.${key}`, item[key])] as const)
    .filter(([, text]) => text !== '')
    .map(([{ insteadOf }, text]) => (insteadOf ? `${(items[insteadOf] as PhoneField).label}: ${text}` : text))
    .join(' · ')

function showPlace(form: HTMLFormElement, value: string): string {
  const [latitude, longitude, metres] = value.split(',')
  return all('[data-position]', form)
    .flatMap((box) => [
      say(box, 'recorded', { metres: showNumber(Number(metres)) }),
      say(box, 'coordinates', { place: `${latitude}, ${longitude}` }),
    ])
    .join('\n')
}

/** As the page prints it: beside a tile, in a list, or said because there is no other. */
function optionLabel(form: HTMLFormElement, name: string, value: string): string {
  const controls = all<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`, form)
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text.trim() ?? value
    if (control.value !== value) continue
    const said = control.labels?.[0] ?? control.parentElement?.querySelector('output')
    return said?.textContent?.trim() ?? value
  }
  return value
}
