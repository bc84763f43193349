import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Disowned } from '../../officers/acknowledging/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** What the Kasat and the Kapolres are told of reports that their author has disowned. */
export const disownedRows = ({ t, actor, locale }: Context, disowned: readonly Disowned[]) =>
  disowned.map(({ id, number, author, at }) => ({
    href: paths.report(id),
    title: number,
    text: t('authorship.disownedNote', { author, at: showInstant(at, actor.timeZone, locale) }),
    chip: { kind: 'returned', label: t('report.state.disowned') },
  }))
