import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { briefForm } from '../../reports/registry/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { draftRows } from '../filing/index.ts'

/** A place in an address that the script fills: it alone knows what waits. */
const id = '{id}'

/**
 * What the script needs to show a queue: sentences, addresses, what the kinds are called, and which of those that came
 * still need somebody, as far as the page shows them.
 */
const shownBy = ({ t, locale, now }: Context, unsettled: string[] = []) => ({
  unsettled: unsettled.join(' '),
  servedAt: now.toISOString(),
  types: JSON.stringify(Object.fromEntries([briefForm, ...reportTypes].map(({ key, title }) => [key, title[locale]]))),
  sending: { text: t('phone.sendingText'), photo: t('phone.sendingPhoto', { number: '{number}', count: '{count}' }) },
  texts: {
    plain: t('phone.text', { time: '{time}', text: '{text}' }),
    photos: t('phone.textAndPhotos', { time: '{time}', text: '{text}', count: '{count}', photos: '{photos}' }),
    bad: t('phone.badPhotos', { count: '{count}' }),
    unreadable: t('phone.unreadable', { count: '{count}' }),
    follow: t('phone.photosFollow', { number: '{number}' }),
    accepted: t('phone.accepted', { time: '{time}', number: '{number}', code: '{code}' }),
  },
  hrefs: {
    remove: paths.removeQueued(id),
    receipt: paths.receipt(id),
    report: paths.report(id),
    draft: paths.draft(id),
  },
})

/** `held`: the ids of own reports that came from a phone and do not stand. */
export const queuePage = (context: Context, drafts: Parameters<typeof draftRows>[1], held: string[]) => ({
  title: context.t('phone.queue'),
  heading: context.t('phone.queue'),
  back: paths.home,
  shown: shownBy(context, [...drafts.map((draft) => draft.id), ...held]),
  total: context.t('phone.total', { count: '{count}', size: '{size}' }),
  colleagues: context.t('phone.colleagues', { count: '{count}' }),
  storage: context.t('phone.storage', { used: '{used}', quota: '{quota}' }),
  drafts: draftRows(context, drafts),
})

export const removalPage = (context: Context) => ({
  title: context.t('phone.deleteTitle'),
  heading: context.t('phone.queue'),
  back: paths.phoneQueue(),
  shown: shownBy(context),
  action: paths.phoneQueue(),
})

export const leavePage = (context: Context) => ({
  title: context.t('phone.leaveTitle'),
  heading: context.t('app.signOut'),
  back: paths.home,
  shown: shownBy(context),
  unsent: context.t('phone.leaveUnsent', { count: '{count}' }),
  action: paths.signOut,
  eraseHref: paths.eraseAndSignOut,
})

export const erasePage = (context: Context) => ({
  title: context.t('phone.eraseTitle'),
  heading: context.t('app.signOut'),
  back: paths.signOut,
  shown: shownBy(context),
  action: paths.signOut,
})
