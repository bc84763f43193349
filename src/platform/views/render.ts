import { fileURLToPath } from 'node:url'
import ejs from 'ejs'
import type { Locale } from '../../kernel/locale.ts'
import { type Say, sayIn } from '../../sentences/say.ts'
import { cachedFile } from './cached-file.ts'
import { strictModel } from './strict-model.ts'

const folder = fileURLToPath(new URL('../../../views/', import.meta.url))
const template = cachedFile((text, filename) =>
  ejs.compile(text, {
    filename,
    strict: true,
    _with: false,
    localsName: 'it',
    destructuredLocals: ['component', 't'],
    rmWhitespace: true,
  }),
)

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
  template(`${folder}${name}.ejs`)(strictModel({ ...model, ...helpers[locale] }))

/** A whole page: the view's body inside the layout, which also sees the shell (title, menu, notice). */
export const pageHtml = (layout: string, name: string, model: object, shell: object, locale: Locale): string =>
  view(`layouts/${layout}`, { ...shell, locale, body: view(name, model, locale) }, locale)
