import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, roles } from '../src/access/policy/actor.ts'
import { type Action, mayEver, policy } from '../src/access/policy/policy.ts'
import { root } from '../src/platform/config/config.ts'
import { eventNames } from '../src/platform/db/events.ts'
import { transitions } from '../src/reports/states/index.ts'
import { reportTypes } from '../src/reports/types/index.ts'
import { type MessageKey, sayIn } from '../src/sentences/say.ts'

const t = sayIn('id')
const en = sayIn('en')
const say = (key: string) => `${t(key as MessageKey)} / ${en(key as MessageKey)}`

const page = (title: string, about: string, head: string[], rows: string[][]): string =>
  [`# ${title}`, '', about, '', row(head), row(head.map(() => '---')), ...rows.map(row), ''].join('\n')

const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function actions(): string {
  const rows = (Object.keys(policy) as Action[]).map((action) => {
    const answers = roles.map((role) => {
      if (mayEver({ role } as Actor, action)) return 'yes'
      return mayEver({ role, coversServer: true } as Actor, action) ? 'all' : ''
    })
    const { when } = policy[action] as { when?: unknown }
    return [`\`${action}\``, ...answers, when === undefined ? '' : 'yes']
  })
  const about =
    'Which role may ever do which action. `all`: only an admin above every polres. Depends: also on the subject, such as ' +
    'its author or state.'
  return page('Actions and roles', about, ['action', ...roles, 'depends'], rows)
}

function states(): string {
  const rows = Object.entries(transitions).map(([name, { from, to, allow, event, note }]) => [
    `\`${name}\``,
    from.map((state) => `\`${state}\``).join(', '),
    `\`${to}\``,
    `\`${allow}\``,
    `\`${event}\``,
    note ? 'yes' : '',
  ])
  const about = 'How a report moves through its life. A trigger of the database knows no other way.'
  return page('Transitions of a report', about, ['transition', 'from', 'to', 'action', 'event', 'reason'], rows)
}

/** Read off the source: each setting stands behind a doc comment that says what it means. */
function settings(): string {
  const source = readFileSync(join(root, 'src/platform/config/config.ts'), 'utf8')
  const found = source.matchAll(
    /\/\*\* ([^\n]*) \*\/\n\s+(?:const )?\w+(?::| =) (?:text|whole|address|oneOf|secret|database|scratch)\('([A-Z_]+)'(?:, ([^\n]*?))?\)?,?\n/g,
  )
  const rows = [...found].map(([, meaning, name, fallback = '']) => {
    const usual = fallback.replace(/\)$/, '')
    return [`\`${name}\``, meaning!, /^[\d'[]/.test(usual) ? `\`${usual.replaceAll("'", '')}\`` : '']
  })
  const about =
    'Environment variables. Beside the name: what it means, and its default (after the allowed values) where it is fixed.'
  return page('Settings', about, ['variable', 'meaning', 'default'], rows)
}

function fields(): string {
  const rows = reportTypes.flatMap(({ key, code, fields: all }) =>
    Object.entries(all).map(([name, field]) => [
      `\`${key}\` ${code}`,
      `\`${name}\``,
      field.label.id,
      field.kind,
      [field.required && 'required', field.confidential && 'confidential', field.retired && 'retired']
        .filter(Boolean)
        .join(', '),
    ]),
  )
  return page('Fields of the report types', 'As the forms ask them.', ['type', 'field', 'label', 'kind', ''], rows)
}

const events = (): string =>
  page(
    'Events of the audit',
    'Everything that the audit records, and how it says so.',
    ['event', 'sentence'],
    eventNames.map((name) => [`\`${name}\``, say(`audit.${name}`)]),
  )

/** The pages below docs/reference, by file name. */
export const referencePages = (): Record<string, string> => ({
  'actions.md': actions(),
  'states.md': states(),
  'settings.md': settings(),
  'report-fields.md': fields(),
  'events.md': events(),
})
