import type { Actor } from '../../access/policy/actor.ts'
import { type Action, mayEver } from '../../access/policy/policy.ts'
import type { Say } from '../../sentences/say.ts'

const row = (label: string, value: string) => ({ label, value, lines: [] })

/** What the reader's role may do; visitors see the officer's help. */
export function helpPage(t: Say, actor: Actor | undefined) {
  const may = (action: Action) =>
    actor ? mayEver(actor, action) : action === 'report.file' || action === 'report.list'
  return {
    title: t('help.title'),
    heading: t('help.title'),
    signInHref: actor ? '' : '/masuk',
    guides: [
      guide(t('help.signIn'), [
        t('help.signIn.nrp'),
        t('help.signIn.code'),
        t('help.signIn.own'),
        t('help.signIn.wait'),
      ]),
      ...(may('report.file') ? filingGuides(t) : []),
      ...(may('directive.understand')
        ? [guide(t('directive.title'), [t('help.directive.read'), t('help.directive.act')])]
        : []),
      ...(may('queue.read') ? [reviewGuide(t, may('report.verify'))] : []),
      ...(may('recap.read')
        ? [guide(t('help.recap'), [t('help.recap.cut'), t('help.recap.figures'), t('help.recap.take')])]
        : []),
      ...(may('recap.read')
        ? [
            guide(t('help.morning'), [
              t('help.morning.open'),
              t('help.morning.read'),
              ...(may('absence.keep') ? [t('help.morning.record')] : []),
              t('help.morning.phone'),
            ]),
          ]
        : []),
      ...(may('directive.give')
        ? [guide(t('help.directive'), [t('help.directive.give'), t('help.directive.follow'), t('help.directive.end')])]
        : []),
      ...(may('absence.keep')
        ? [guide(t('help.absence'), [t('help.absence.record'), t('help.absence.end'), t('help.absence.days')])]
        : []),
      ...(may('account.manage') ? [accountGuide(t)] : []),
      ...(confirmsOnly(may) ? [guide(t('second.title'), [t('help.accounts.second')])] : []),
    ],
    words: [...(may('report.list') ? [stateWords(t)] : []), { title: t('help.who'), rows: whoHelps(t, may) }],
  }
}

/** The admin's own guide says it among the rest. */
const confirmsOnly = (may: (action: Action) => boolean) => may('account.confirm') && !may('account.manage')

const guide = (title: string, steps: string[]) => ({ title, steps })

const filingGuides = (t: Say) => [
  guide(t('help.file'), [
    t('help.file.type'),
    t('help.file.household'),
    t('help.file.proof'),
    t('help.file.check'),
    t('help.file.receipt'),
    t('help.file.due'),
  ]),
  guide(t('help.offline'), [
    t('help.offline.back'),
    t('help.offline.file'),
    t('help.offline.twice'),
    t('help.offline.number'),
    t('help.offline.draft'),
  ]),
]

const reviewGuide = (t: Say, verifies: boolean) =>
  guide(t('help.review'), [
    t('help.review.queue'),
    t('help.review.read'),
    ...(verifies ? [t('help.review.verify')] : []),
    t('help.review.return'),
    ...(verifies ? [t('help.review.together')] : []),
  ])

const accountGuide = (t: Say) =>
  guide(t('help.accounts'), [
    t('help.accounts.create'),
    t('help.accounts.code'),
    t('help.accounts.second'),
    t('help.accounts.leave'),
    t('help.accounts.villages'),
  ])

const stateWords = (t: Say) => ({
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
    row(t('report.state.unacknowledged'), t('help.words.unacknowledged')),
    row(t('report.state.disowned'), t('help.words.disowned')),
  ],
})

/** An admin is whom the others ask. */
function whoHelps(t: Say, may: (action: Action) => boolean) {
  if (may('account.manage')) return [row(t('help.who.error'), t('help.who.errorByOperator'))]
  return [
    row(t('help.who.password'), t('help.who.passwordBy')),
    ...(may('report.file')
      ? [row(t('help.who.village'), t('help.who.villageBy')), row(t('help.who.returned'), t('help.who.returnedBy'))]
      : []),
    row(t('help.who.error'), t('help.who.errorBy')),
  ]
}
