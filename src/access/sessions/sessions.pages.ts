import { absenceSection, type absencesOf } from '../../administration/absences/index.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context, VisitorContext } from '../../platform/http/endpoint.ts'
import { resubmissionField } from '../../platform/http/form-resubmission.ts'
import { type ResubmittedForm } from '../../platform/http/resubmitted-form.ts'
import type { Say } from '../../sentences/say.ts'
import { deviceName, deviceRows, type devicesOf, type MissingNumbers } from '../devices/index.ts'
import type { OwnSession } from './sessions.queries.ts'

type Problem = { field: string; message: string }

export const problemsOf = (problems: Problem[]) =>
  problems.map(({ field, message }) => ({ href: `#f-${field}`, message }))

/** A form that waits for its writer, and how it travels in the page. */
export interface Carried {
  form: ResubmittedForm
  sealed: string
}

interface SignInInput {
  returnTo?: string
  nrp?: string
  problem?: string
  carried?: Carried | undefined
  /** Somebody has just signed in whose form it is not. */
  isOthers?: boolean
  /** Too many wrong tries: the page says what helps before the wait is over. */
  mustWait?: boolean
}

export const signInPage = ({ t }: VisitorContext, typed: SignInInput = {}) => {
  const { returnTo = '/', nrp = '', problem = '', carried, isOthers = false, mustWait = false } = typed
  return {
    title: t('session.signIn'),
    hasErrors: problem !== '',
    returnTo,
    nrp,
    problems: problem === '' ? [] : [{ href: '#f-nrp', message: problem }],
    carried: carried ? carriedModel(t, carried) : null,
    checkHref: paths.receiptCheck(),
    withoutIt: isOthers ? t('session.withoutIt') : '',
    helps: mustWait ? { kind: 'info', title: t('session.helps'), text: t('session.helps.do') } : null,
  }
}

export function carriedModel(t: Say, { form: { photos }, sealed }: Carried) {
  const ofPhotos = [
    photos.kept > 0 ? t('session.photosKept', { count: photos.kept }) : '',
    photos.lost > 0 ? t('session.photosLost', { count: photos.lost }) : '',
  ]
  return { name: resubmissionField, sealed, text: [t('session.formKept'), ...ofPhotos].filter(Boolean).join(' ') }
}

export function passwordPage({ t, actor }: Context, problems: Problem[] = [], carried?: Carried) {
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? ''
  const isFirst = actor.mustChangePassword && actor.showedSlip
  const title = actor.mustChangePassword ? t('session.chooseTitle') : t('session.changeTitle')
  return {
    title,
    heading: title,
    hasErrors: problems.length > 0,
    back: actor.mustChangePassword ? '' : '/akun',
    isFirst,
    nrp: actor.nrp,
    carried: carried ? carriedModel(t, carried) : null,
    problems: problemsOf(problems),
    errors: { sandiLama: errorOf('sandiLama'), sandiBaru: errorOf('sandiBaru'), sandiUlang: errorOf('sandiUlang') },
  }
}

const row = (label: string, value: string) => ({ label, value, lines: [] })

export interface Account {
  sessions: OwnSession[]
  currentSid: string
  devices: Awaited<ReturnType<typeof devicesOf>>
  missing: MissingNumbers[]
  absences: Awaited<ReturnType<typeof absencesOf>>
}

export function accountPage(context: Context, { sessions, currentSid, devices, missing, absences }: Account) {
  const { t, actor, locale } = context
  const at = (text: string | null) => (text ? showInstant(new Date(text), actor.timeZone, locale) : '')
  return {
    title: t('app.account'),
    heading: t('app.account'),
    sections: [
      {
        title: '',
        rows: [
          row(t('session.nrp'), actor.nrp),
          row(t('personnel.pangkat'), actor.pangkat),
          row(t('personnel.name'), actor.name),
          row(t('personnel.position'), actor.position),
          row(t('personnel.unit'), actor.unitName),
        ],
      },
      ...absenceSection(context, absences),
    ],
    sessions: sessions.map(({ sid, since, seenAt, agent }) => ({
      since: at(since),
      seenAt: at(seenAt),
      agent: deviceName(agent ?? '', t('session.unknownDevice')),
      isCurrent: sid === currentSid,
      endAction: `/akun/sesi/${sid}/akhir`,
    })),
    devices: deviceRows(context, devices, paths.revokeDevice, missing),
  }
}
