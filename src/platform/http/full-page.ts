import type { Locale } from '../../kernel/locale.ts'
import { sayIn } from '../../sentences/say.ts'
import { pageHtml } from '../views/render.ts'
import { shellOf } from './shell.ts'

const made = new Map<string, string>()

/** The page for whom there is no room. Made once: it is wanted when there is no time to make it. */
export function fullPage(locale: Locale, why: 'send' | 'read' | 'slow'): string {
  const key = `${locale}${why}`
  const html = made.get(key) ?? render(locale, why)
  made.set(key, html)
  return html
}

const texts = { send: 'error.fullSend', read: 'error.fullRead', slow: 'error.slowSend' } as const

function render(locale: Locale, why: keyof typeof texts): string {
  const t = sayIn(locale)
  const text = t(texts[why])
  const repeat = { canRepeat: false, action: '', kept: [], hidden: [], reference: '' }
  const model = { title: t(why === 'slow' ? 'error.slowTitle' : 'error.busyTitle'), text, ...repeat }
  const shown = { locale, path: '', returnTo: '/', posted: false, notice: '', banner: '', sessionHours: 0 }
  const shell = shellOf({ ...shown, actor: undefined, model })
  return pageHtml('bare', 'errors/error', model, shell, locale)
}
