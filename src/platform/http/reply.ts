import type { MessageKey } from '../../sentences/say.ts'
import type { ResubmittedForm } from './resubmitted-form.ts'

/** What a handler returns: a value that is sent after the commit. */
export type Reply = Sendable | { kind: 'resume'; form: ResubmittedForm; sealed: string; enter?: Entering }

/** What can be sent as it is; a resubmitted form is dispatched again first. */
export type Sendable =
  | { kind: 'page'; view: string; model: PageModel; status: number; layout: Layout }
  | { kind: 'redirect'; to: string; notice?: Notice }
  | { kind: 'download'; filename: string; type: string; parts: Parts }
  | { kind: 'image'; body: Uint8Array; type: string }
  | { kind: 'plain'; body: string; status: number }
  | { kind: 'json'; body: object }
  | { kind: 'enter'; person: Entering; to: string; notice?: Notice }
  | { kind: 'leave'; to: string }
  | { kind: 'language'; locale: 'id' | 'en'; to: string }

/** A file as it leaves, piece by piece. */
type Parts = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

export type Layout = 'app' | 'form' | 'bare' | 'print'

/** The person who signs in, and the version of their rights. */
export interface Entering {
  id: string
  accessVersion: number
  /** Until when a session that began with a one-time code may choose the password (ISO). */
  slipUntil?: string
}

/** Every page says its title; the rest is its own. */
export interface PageModel {
  title: string
}

export interface Notice {
  key: MessageKey
  params?: Record<string, string | number>
}

export const page = (view: string, model: PageModel, status = 200): Sendable => ({
  kind: 'page',
  view,
  model,
  status,
  layout: 'app',
})

/** A page with an action bar instead of the tabs: for filling in. */
export const form = (view: string, model: PageModel, status = 200): Sendable => ({
  kind: 'page',
  view,
  model,
  status,
  layout: 'form',
})

/** A page for somebody who has not signed in. */
export const bare = (view: string, model: PageModel, status = 200): Sendable => ({
  kind: 'page',
  view,
  model,
  status,
  layout: 'bare',
})

/** The same body on paper. */
export const print = (view: string, model: PageModel): Reply => ({
  kind: 'page',
  view,
  model,
  status: 200,
  layout: 'print',
})

/** For a script of ours, not for a reader. */
export const json = (body: object): Reply => ({ kind: 'json', body })

/** The answer to a POST that did what it should; the notice is shown once, on the next page. */
export const redirect = (to: string, key?: MessageKey, params?: Record<string, string | number>): Sendable =>
  key ? { kind: 'redirect', to, notice: params ? { key, params } : { key } } : { kind: 'redirect', to }

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export const download = (name: string, ending: keyof typeof fileTypes, parts: Parts): Reply => ({
  kind: 'download',
  filename: `${name}.${ending}`,
  type: fileTypes[ending],
  parts,
})
