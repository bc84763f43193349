import type { Locale } from '../../kernel/locale.ts'
import { sayIn } from '../i18n/say.ts'
import { pageHtml } from '../views/render.ts'
import { shellOf } from './shell.ts'

const made = new Map<string, string>()

/** The page for whom there is no room. Made once: it is wanted when there is no time to make it. */
export function fullPage(locale: Locale, isSending: boolean): string {
  const key = `${locale}${isSending}`
  const html = made.get(key) ?? render(locale, isSending)
  made.set(key, html)
  return html
}

function render(locale: Locale, isSending: boolean): string {
  const t = sayIn(locale)
  const text = t(isSending ? 'error.fullSend' : 'error.fullRead')
  const repeat = { canRepeat: false, action: '', kept: [], hidden: [], reference: '' }
  const model = { title: t('error.busyTitle'), text, ...repeat }
  const shown = { locale, path: '', returnTo: '/', posted: false, notice: '', strip: '', sessionHours: 0 }
  const shell = shellOf({ ...shown, actor: undefined, model })
  return pageHtml('bare', 'errors/error', model, shell, locale)
}
