import { insideSentence, photosLacking, problemsOf, readFields, sentenceKey } from '../reports/engine/judge.ts'
import { all, newElement } from './dom.ts'
import { filesIn, wireIn } from './form-wire.ts'
import { type PhoneRules, rulesOf, todayOf } from './report-rules.ts'
import { focusSummary } from './summary.ts'

interface Complaint {
  name: string
  message: string
}

/** Checks a report's answers on the phone by the server's own rules, before anything travels. */
export function checkReports(): void {
  for (const form of all<HTMLFormElement>('form[data-report-form]')) {
    const rules = rulesOf(form)
    form.addEventListener('submit', (event) => {
      const button = event.submitter as HTMLButtonElement | null
      if (button?.value !== 'periksa' && button?.value !== 'kirim') return
      const complaints = complaintsOf(form, rules)
      if (complaints.length === 0) return
      event.preventDefault()
      show(form, complaints, rules)
    })
  }
}

function complaintsOf(form: HTMLFormElement, rules: PhoneRules): Complaint[] {
  const fields = Object.entries(rules.fields)
  const answers = readFields(fields, wireIn(form))
  const found = problemsOf(fields, answers, todayOf(form, rules), rules.version).map(({ name, field, problem }) => {
    const params: Record<string, string | number> = {
      ...problem.params,
      label: field.label,
      what: insideSentence(field.label),
    }
    const own = { 'rule.required': field.empty, 'rule.refused': field.refused }[problem.key]
    const sentence = own || rules.sentences[sentenceKey(problem, field)] || ''
    return { name, message: sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '')) }
  })
  const photos = new FormData(form).getAll('fotoHash').length + filesIn(form).length
  const lacking = photosLacking(rules.photos, answers, photos)
  return lacking === undefined ? found : [...found, { name: 'foto', message: lacking || rules.photos.sentence }]
}

const idOf = (name: string) => `f-${(name === 'posisiAlasan' ? 'posisi' : name).replaceAll('.', '-')}`

function show(form: HTMLFormElement, complaints: Complaint[], { summary }: PhoneRules): void {
  clear(form)
  for (const { name, message } of complaints) mark(idOf(name), message, summary.word)
  const order = new Map(all('[id]', form).map(({ id }, index) => [id, index]))
  const sorted = [...complaints].sort((a, b) => (order.get(idOf(a.name)) ?? 0) - (order.get(idOf(b.name)) ?? 0))
  form.parentElement?.prepend(summaryBox(sorted, summary))
  document.title = `${summary.word} ${document.title.replace(`${summary.word} `, '')}`
  focusSummary()
}

function clear(form: HTMLFormElement): void {
  for (const old of all('[data-summary]')) old.remove()
  for (const message of all('.govuk-error-message', form)) message.remove()
  for (const group of all('.govuk-form-group--error', form)) group.classList.remove('govuk-form-group--error')
  for (const control of all('[aria-invalid]', form)) control.removeAttribute('aria-invalid')
}

function mark(id: string, message: string, word: string): void {
  const control = document.getElementById(id)
  const group = control?.closest('.govuk-form-group')
  if (!control || !group) return
  const text = newElement('p', 'govuk-error-message', ` ${message}`)
  text.id = `${id}-error`
  text.prepend(newElement('span', 'govuk-visually-hidden', word))
  const fieldset = group.querySelector(':scope > fieldset')
  const place = fieldset ?? group
  const anchor = document.getElementById(`${id}-hint`) ?? place.querySelector(':scope > legend, :scope > label')
  anchor?.after(text)
  group.classList.add('govuk-form-group--error')
  const described = fieldset ?? control
  const hints = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== text.id)
  described.setAttribute('aria-describedby', [...hints, text.id].join(' '))
  if (!fieldset) control.setAttribute('aria-invalid', 'true')
}

function summaryBox(complaints: Complaint[], { one, many }: PhoneRules['summary']): HTMLElement {
  const box = newElement('div', 'govuk-error-summary')
  box.dataset.summary = ''
  const alert = newElement('div', '')
  alert.setAttribute('role', 'alert')
  const list = newElement('ul', 'govuk-error-summary__list')
  for (const { name, message } of complaints) {
    const link = newElement('a', '', message)
    link.href = `#${idOf(name)}`
    const line = newElement('li', '')
    line.append(link)
    list.append(line)
  }
  alert.append(
    newElement(
      'h2',
      'govuk-error-summary__title',
      complaints.length === 1 ? one : many.replace('{count}', String(complaints.length)),
    ),
    list,
  )
  box.append(alert)
  return box
}
