import type { Say } from '../platform/i18n/say.ts'

/** The same page for everybody; `signedIn` only decides whether the way to the sign-in page is shown. */
export function helpPage(t: Say, signedIn: boolean) {
  const row = (label: string, value: string) => ({ label, value, lines: [] })
  return {
    title: t('help.title'),
    heading: t('help.title'),
    signInHref: signedIn ? '' : '/masuk',
    guides: [
      {
        title: t('help.signIn'),
        steps: [t('help.signIn.nrp'), t('help.signIn.code'), t('help.signIn.own'), t('help.signIn.wait')],
      },
      {
        title: t('help.file'),
        steps: [
          t('help.file.type'),
          t('help.file.household'),
          t('help.file.proof'),
          t('help.file.check'),
          t('help.file.receipt'),
          t('help.file.due'),
        ],
      },
      {
        title: t('help.offline'),
        steps: [
          t('help.offline.back'),
          t('help.offline.file'),
          t('help.offline.twice'),
          t('help.offline.number'),
          t('help.offline.draft'),
        ],
      },
    ],
    words: [
      {
        title: t('help.words'),
        rows: [
          row(t('report.state.draft'), t('help.words.draft')),
          row(t('report.state.brief'), t('help.words.brief')),
          row(t('report.state.submitted'), t('help.words.submitted')),
          row(t('report.state.checked'), t('help.words.checked')),
          row(t('report.state.returned'), t('help.words.returned')),
          row(t('report.state.recalled'), t('help.words.recalled')),
          row(t('report.state.verified'), t('help.words.verified')),
          row(t('report.state.accepted'), t('help.words.accepted')),
          row(t('report.state.duplicate'), t('help.words.duplicate')),
          row(t('report.state.cancelled'), t('help.words.cancelled')),
        ],
      },
      {
        title: t('help.who'),
        rows: [
          row(t('help.who.password'), t('help.who.passwordBy')),
          row(t('help.who.village'), t('help.who.villageBy')),
          row(t('help.who.returned'), t('help.who.returnedBy')),
          row(t('help.who.error'), t('help.who.errorBy')),
        ],
      },
    ],
  }
}
