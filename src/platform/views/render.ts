import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ejs, { type TemplateFunction } from 'ejs'
import type { Locale } from '../../kernel/locale.ts'
import { type Say, sayIn } from '../../sentences/say.ts'
import { sealed } from './sealed.ts'

const folder = fileURLToPath(new URL('../../../views/', import.meta.url))
const templates = new Map<string, TemplateFunction>()

/** Compiled once: views are part of the release, not of the request. */
function template(name: string): TemplateFunction {
  let found = templates.get(name)
  if (!found) {
    const filename = `${folder}${name}.ejs`
    found = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      strict: true,
      _with: false,
      localsName: 'it',
      destructuredLocals: ['component', 't'],
      rmWhitespace: true,
    })
    templates.set(name, found)
  }
  return found
}

interface Helpers {
  component: (name: string, props?: object) => string
  t: Say
}

const helpers: Record<Locale, Helpers> = { id: helpersIn('id'), en: helpersIn('en') }

function helpersIn(locale: Locale): Helpers {
  return { t: sayIn(locale), component: (name, props = {}) => view(`components/${name}`, props, locale) }
}

/** A view sees its own model as `it`, `component` and `t`, and nothing else: EJS's include would hand its locals down. */
export const view = (name: string, model: object, locale: Locale): string =>
  template(name)(sealed({ ...model, ...helpers[locale] }))

/** A whole page: the view's body inside the layout, which also sees the shell (title, menu, notice). */
export const pageHtml = (layout: string, name: string, model: object, shell: object, locale: Locale): string =>
  view(`layouts/${layout}`, { ...shell, locale, body: view(name, model, locale) }, locale)
