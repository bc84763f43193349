import { deviceRows, type devicesOf } from '../../access/devices/index.ts'
import type { Role } from '../../access/policy/actor.ts'
import { dayOf } from '../../kernel/days.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type ActKind, callPerson, type FoundPerson } from '../accounts/index.ts'
import { type AuditLine, timelineEntry } from '../audit/index.ts'
import { villageTitle } from '../units/index.ts'
import { stateChip } from './list.pages.ts'

const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })

export interface PersonKnown {
  person: FoundPerson
  slipUntil: Date | undefined
  audit: AuditLine[]
  devices: Awaited<ReturnType<typeof devicesOf>>
  /** What waits for a second person. */
  pending: { id: string; kind: string }[]
}

export function personPage(context: Context, { person, slipUntil, audit, devices, pending }: PersonKnown) {
  const { t } = context
  const current = person.assignments.filter(isCurrent(context))
  const isBhabinkamtibmas = person.role === 'bhabinkamtibmas'
  return {
    title: callPerson(person),
    heading: t('personnel.title'),
    subheading: callPerson(person),
    back: paths.personnel(),
    chip: stateChip(person, t),
    reason: person.suspendReason === null ? '' : t('personnel.reason', { reason: person.suspendReason }),
    lacksVillages: isBhabinkamtibmas && person.state === 'active' && current.length === 0,
    pending: pending.map(({ id, kind }) => ({
      text: t('second.pending', { act: t(`second.act.${kind as ActKind}`).toLowerCase() }),
      href: paths.accountRequest(id),
    })),
    endSessions: person.state === 'active' && person.id !== context.actor.id ? paths.endSessionsOf(person.id) : '',
    sections: [detailsOf(person, context), accountOf(person, slipUntil, context)],
    actions: actionsFor(person, context),
    reinstate: person.state === 'suspended' ? paths.reinstatement(person.id) : '',
    assignments: current.map((assignment) => assignmentLine(assignment, context)),
    unserved: person.state === 'suspended' && current.length > 0 ? t('personnel.unserved') : '',
    assign: isBhabinkamtibmas && person.state === 'active' ? paths.assignments(person.id) : '',
    past: pastTable(person, context),
    postings: postingsTable(person, context),
    devices: deviceRows(context, devices, (device) => paths.revokeDeviceOf(person.id, device)),
    audit: audit.map((line) => timelineEntry(line, context)),
    auditHref: paths.audit({ nrp: person.nrp }),
  }
}

type Assignment = FoundPerson['assignments'][number]

const isCurrent =
  ({ today }: Context) =>
  ({ untilOn }: Assignment) =>
    untilOn === null || dayOf(untilOn) >= today

const detailsOf = (person: FoundPerson, { t }: Context) => ({
  title: t('personnel.details'),
  rows: [
    row(t('personnel.nrp'), person.nrp),
    row(t('personnel.name'), person.name),
    row(t('personnel.pangkat'), person.pangkat),
    row(t('personnel.position'), person.position),
    ...(person.phone ? [row(t('personnel.phone'), person.phone.replace(/^\+62/, '0'))] : []),
    row(t('personnel.role'), t(`role.${person.role as Role}`)),
    row(t('personnel.unit'), person.unit.name),
  ],
})

function accountOf(person: FoundPerson, slipUntil: Date | undefined, { t, locale, actor }: Context) {
  const at = (instant: Date) => showInstant(instant, actor.timeZone, locale)
  const signedIn = person.lastSignInAt ? at(person.lastSignInAt) : t('personnel.state.belum-masuk')
  const slip = slipUntil ? [row(t('personnel.code'), t('personnel.slipOpen', { at: at(slipUntil) }))] : []
  return {
    title: t('personnel.account'),
    rows: [row(t('personnel.accountSince'), at(person.createdAt)), row(t('personnel.lastSignIn'), signedIn), ...slip],
  }
}

/** What is not possible is not offered: nobody suspends himself or gives himself a code. */
function actionsFor({ id, state }: FoundPerson, { t, actor }: Context) {
  const mayEnter = state === 'active' && id !== actor.id
  return [
    { href: paths.editPerson(id), label: t('personnel.edit') },
    ...(mayEnter ? [{ href: paths.slip(id), label: t('personnel.issueSlip') }] : []),
    { href: paths.move(id), label: t('personnel.move') },
    ...(mayEnter ? [{ href: paths.suspension(id), label: t('personnel.suspend') }] : []),
  ]
}

function assignmentLine({ id, personId, village, sinceOn, untilOn }: Assignment, { t, locale }: Context) {
  const since = `${t('personnel.since')} ${showDay(dayOf(sinceOn), locale)}`
  const until = untilOn ? `, ${t('personnel.until').toLowerCase()} ${showDay(dayOf(untilOn), locale)}` : ''
  const name = villageTitle(village)
  return {
    village: name,
    text: since + until,
    endHref: untilOn ? '' : paths.endAssignment(personId, id),
    endLabel: t('personnel.unassignOf', { village: name }),
  }
}

const cell = (text: string, header = false) => ({ text, href: '', align: 'left' as const, small: '', header })

const table = (caption: string, head: string[], rows: ReturnType<typeof cell>[][]) => ({
  caption,
  head: head.map((label) => ({ label, align: 'left' as const, href: '' })),
  rows,
  foot: [],
})

function pastTable(person: FoundPerson, context: Context) {
  const { t, locale } = context
  const day = (date: Date) => showDay(dayOf(date), locale)
  const past = person.assignments.filter((assignment) => !isCurrent(context)(assignment))
  const rows = past.map(({ village, sinceOn, untilOn }) => [
    cell(villageTitle(village), true),
    cell(day(sinceOn)),
    cell(untilOn ? day(untilOn) : ''),
  ])
  const head = [t('personnel.villages'), t('personnel.since'), t('personnel.until')]
  return table(t('personnel.pastAssignments'), head, rows)
}

function postingsTable({ postings }: FoundPerson, { t, locale }: Context) {
  const day = (date: Date) => showDay(dayOf(date), locale)
  const rows = postings.map(({ unit, role, position, sinceOn, untilOn }) => [
    cell(unit.name, true),
    cell(t(`role.${role as Role}`)),
    cell(position),
    cell(day(sinceOn)),
    cell(untilOn ? day(untilOn) : t('personnel.now')),
  ])
  const head = [
    t('personnel.unit'),
    t('personnel.role'),
    t('personnel.position'),
    t('personnel.since'),
    t('personnel.until'),
  ]
  return table(t('personnel.history'), head, rows)
}
