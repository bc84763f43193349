import { paths } from '../../kernel/paths.ts'
import type { Say } from '../../sentences/say.ts'

export const offlinePage = (t: Say) => ({
  title: t('offline.title'),
  links: [
    { href: paths.newReport, label: t('report.new') },
    { href: paths.brief, label: t('brief.button') },
    { href: paths.phoneQueue(), label: t('phone.queue') },
  ],
})
