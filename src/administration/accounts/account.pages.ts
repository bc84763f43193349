import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type CoveredVillage, type UnitLine, villageTitle } from '../units/index.ts'
import type { FoundPerson, Handover } from './account.queries.ts'
import { type Filled, formPage, questions } from './form.pages.ts'
import { callPerson } from './name.ts'
import { isCommandRole } from './second-person.ts'
import { type Slip, slipMinutes } from './slip.ts'

export interface Choices {
  units: UnitLine[]
  /** The chosen unit, and its villages. */
  unit: UnitLine | undefined
  villages: CoveredVillage[]
}

export function newPersonPage(context: Context, { units, unit, villages }: Choices, filled: Filled) {
  const { t, today } = context
  const ask = questions(context, filled)
  const when = { field: 'peran', is: 'bhabinkamtibmas', sentence: t('personnel.onlyBhabinkamtibmas') }
  const villageField = villages.length === 0 ? [] : [{ ...ask.villages(villages, true), when }]
  return formPage(
    context,
    {
      title: t('personnel.newTitle'),
      subheading: unit?.name ?? '',
      back: paths.personnel(),
      lead: [t('personnel.newLead'), t('second.createLead')],
      action: paths.personnel(),
      fields: [
        ask.nrp(),
        ask.name(),
        ask.pangkat(),
        ask.position(),
        ask.phone(),
        ask.role(),
        ask.unit(units, t('personnel.unit')),
        ...villageField,
        ask.day('mulai', t('personnel.serviceSince'), t('personnel.sinceHint'), { max: today }),
      ],
      between: { after: 'satuan', button: { label: t('personnel.showVillages'), name: 'aksi', value: 'wilayah' } },
      submit: t('personnel.create'),
    },
    filled,
  )
}

export function editPage(context: Context, person: FoundPerson, filled: Filled) {
  const { t } = context
  const ask = questions(context, filled)
  return formPage(
    context,
    {
      title: t('personnel.editTitle', { person: callPerson(person) }),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead: secondLead(context, person),
      action: paths.person(person.id),
      fields: [ask.name(), ask.pangkat(), ask.position(), ask.phone()],
      submit: isCommandRole(person.role) ? t('second.ask') : t('app.saveChanges'),
    },
    filled,
  )
}

/** Says before the form is filled in that a second person will have to confirm. */
const secondLead = ({ t }: Context, { role }: FoundPerson) => (isCommandRole(role) ? [t('second.formLead')] : [])

export function suspensionPage(context: Context, person: FoundPerson, emptied: Handover['villages'], filled: Filled) {
  const { t } = context
  const villages = emptied.map(villageTitle).join(', ')
  return formPage(
    context,
    {
      title: t('personnel.suspendTitle', { person: callPerson(person) }),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead: [t('personnel.suspendLead'), ...(villages === '' ? [] : [t('personnel.suspendVillages', { villages })])],
      action: paths.suspension(person.id),
      fields: [questions(context, filled).reason()],
      submit: t('personnel.suspend'),
      isGrave: true,
    },
    filled,
  )
}

export function issuePage(context: Context, person: FoundPerson, filled: Filled) {
  const { t } = context
  return formPage(
    context,
    {
      title: t('personnel.issueSlip'),
      subheading: callPerson(person),
      back: paths.person(person.id),
      lead: [t('personnel.issueLead', { minutes: slipMinutes }), ...secondLead(context, person)],
      sections: [{ title: '', rows: whose(context, person) }],
      action: paths.slip(person.id),
      fields: [],
      submit: t(isCommandRole(person.role) ? 'second.ask' : 'personnel.issueSlip'),
    },
    filled,
  )
}

type SlipOwner = { nrp: string; pangkat: string; name: string; unit: { name: string } }

const whose = ({ t }: Context, person: SlipOwner) =>
  [
    [t('personnel.name'), callPerson(person)],
    [t('personnel.nrp'), person.nrp],
    [t('personnel.unit'), person.unit.name],
  ].map(([label, value]) => ({ label: label!, value: value!, lines: [] }))

/** The only place where a code can be read; a reload cannot bring it back. */
export function slipPage(
  context: Context,
  person: SlipOwner,
  { code, expiresAt }: Slip,
  { isNew, doneHref }: { isNew: boolean; doneHref: string },
) {
  const { t, actor, locale } = context
  return {
    title: t('personnel.slipTitle'),
    heading: t('personnel.title'),
    subheading: callPerson(person),
    done: isNew ? t('personnel.slipCreated') : '',
    label: t('personnel.slipMinutes', { minutes: slipMinutes }),
    code,
    until: t('personnel.slipUntil', { at: showInstant(expiresAt, actor.timeZone, locale) }),
    sections: [{ title: '', rows: whose(context, person) }],
    personHref: doneHref,
  }
}
