import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { asset } from '../../platform/views/assets.ts'
import { reportTypes } from '../../reports/types/index.ts'

/** Nothing in them is of a citizen. */
const pages = [
  paths.offline,
  paths.newReport,
  paths.brief,
  paths.phoneQueue(),
  ...reportTypes.map(({ key }) => paths.newReportOf(key)),
]
const versions = reportTypes.map(({ version }) => version).join('.')

/** What the phone keeps for a day without a network, and which edition of it: of the day, the language and the release. */
export const cachedOnPhone = ({ today, locale }: Context) => ({
  pages: pages.join(' '),
  edition: [today, locale, versions, asset('app.js'), asset('app.css')].join(' '),
})
