import type { Locale } from '../../kernel/locale.ts'
import { sayIn } from '../../sentences/say.ts'
import type { BusyPage } from '../load/busy.ts'
import { pageHtml } from '../views/render.ts'
import { localeOf } from './locale.ts'
import { type ShellSite, shellOf } from './shell.ts'

const texts = {
  send: 'error.fullSend',
  signIn: 'error.fullSignIn',
  read: 'error.fullRead',
  slow: 'error.slowSend',
} as const

/** Each page is rendered once: it is needed when there is no time to render it. */
export function busyPages(site: ShellSite): BusyPage {
  const rendered = new Map<string, string>()
  return (req, why) => {
    const locale = localeOf(req)
    const key = `${locale}${why}`
    const html = rendered.get(key) ?? render(site, locale, why)
    rendered.set(key, html)
    return html
  }
}

function render(site: ShellSite, locale: Locale, why: keyof typeof texts): string {
  const t = sayIn(locale)
  const text = t(texts[why])
  const repeat = { canRepeat: false, action: '', kept: [], hidden: [], reference: '' }
  const model = { title: t(why === 'slow' ? 'error.slowTitle' : 'error.busyTitle'), text, ...repeat }
  const shown = { locale, path: '', returnTo: '/', posted: false, notice: '', banner: '' }
  const shell = shellOf(site, { ...shown, actor: undefined, model })
  return pageHtml('bare', 'errors/error', model, shell, locale)
}
