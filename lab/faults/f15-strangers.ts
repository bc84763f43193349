import type { Client } from 'pg'
import { type Sealed, seal } from '../../test/support/phone.ts'
import { type Handset, onHandset } from './browser-phone.ts'
import { Chance } from './chance.ts'
import { carriedOnce } from './envelopes.ts'
import type { Fault, Found } from './faults.ts'
import { arrive } from './phone-mutants.ts'
import { scaled } from './scale.ts'
import { SealedPhone } from './sealed-phone.ts'
import { inService, type Service } from './service.ts'
import { written } from './writing.ts'

const each = scaled(30)

/** What happens while a phone is away, and what must become of the reports that it brings afterwards. */
const meanwhile: { what: string; sql: string; state: string; code?: string }[] = [
  { what: 'session expired', sql: 'DELETE FROM session WHERE $1::uuid IS NOT NULL', state: 'filed' },
  {
    what: 'account disabled',
    state: 'held',
    code: 'inactive',
    sql: `UPDATE person SET state = 'suspended', suspend_reason = 'uji' WHERE id = $1`,
  },
  {
    what: 'device revoked',
    state: 'held',
    code: 'revokedDevice',
    sql: 'UPDATE device_key SET revoked_at = now(), revoked_by = person_id WHERE person_id = $1',
  },
]

async function brought({ fleet, officers, journal, client }: Service): Promise<Found> {
  const chance = new Chance(15)
  const violations: string[] = []
  for (const [at, { what, sql, state, code }] of meanwhile.entries()) {
    const officer = officers[at]!
    const settings = { port: () => fleet.port, journal, chance, doubleTaps: 0, until: () => Number.POSITIVE_INFINITY }
    const keys = (await new SealedPhone(officer, settings).enrolled())!
    const now = new Date().toISOString()
    const all: Sealed[] = []
    for (let count = 0; count < each; count += 1) {
      const { id, fields, photos } = await written(officer, chance, { talks: 0, photos: 1 })
      all.push(
        await seal(keys, {
          id,
          wire: fields,
          kind: 'brief',
          type: 'penyuluhan',
          photos: photos.map((one) => Buffer.from(one)),
          clock: { written: now, offset: 0, measured: now },
        }),
      )
    }
    await client.query(sql, [officer.id])
    // Twice: an answer may have been lost.
    for (const sealed of [...all, ...all]) {
      const answer = await carriedOnce(fleet.port, sealed)
      if (answer.status !== 200 || answer.state !== state)
        violations.push(`${what}: ${sealed.id} was answered ${answer.status} ${answer.state}`)
      if (Object.values(answer.photos).some((one) => one !== 'here')) violations.push(`${sealed.id} waits for photos`)
    }
    violations.push(...(await missing(client, all, { state, ...(code ? { code } : {}) })))
  }
  const told = meanwhile.map(({ what, state }) => `${each} × ${what}: ${state}`).join(', ')
  return { figure: `${told}; ${violations.length} violations`, violations }
}

/** Each is there once as it was sealed, with its photo: in the report, or kept for whoever decides. */
async function missing(client: Client, all: Sealed[], due: { state: string; code?: string }): Promise<string[]> {
  const { rows } = await client.query<{ jws: string; state: string; code: string | null; photos: number }>(
    `SELECT jws, state, reasons -> 0 ->> 'code' AS code,
       CASE state WHEN 'filed' THEN (SELECT count(*)::int FROM photo p WHERE p.report_id = e.report_id AND p.ordinal IS NOT NULL)
       ELSE (SELECT count(*)::int FROM envelope_photo p WHERE p.digest = e.digest AND p.body IS NOT NULL) END AS photos
     FROM envelope e WHERE report_id = ANY ($1::uuid[])`,
    [all.map(({ id }) => id)],
  )
  return all.flatMap(({ id, jws }) => {
    const found = rows.filter((row) => row.jws === jws)
    if (found.length !== 1) return [`${id} is there ${found.length} times`]
    const { state, code, photos } = found[0]!
    if (state !== due.state || (due.code ?? null) !== code) return [`${id} is ${state}, ${code}`]
    return photos === 1 ? [] : [`${id} has ${photos} photos`]
  })
}

const waiting = 5

/** In a real browser: whoever opens it next sees the sign-in page, from which the queue goes on. */
async function signedOut(handset: Handset): Promise<void> {
  handset.portal('nobody')
  await handset.queue(waiting)
  await handset.expire()
  await arrive(handset)
}

/** F15: what changes about officer and phone while it is out of scope. */
export const strangers: Fault = {
  name: 'F15',
  what: 'session expired, account disabled, device revoked while the phone is away',
  run: async () => {
    const { figure, violations } = await inService(brought, { officerCount: meanwhile.length })
    const { lost, doubled, left } = await onHandset({ tell: signedOut })
    return {
      figure: `${figure}; in a browser without session ${waiting} waiting: ${lost.length} lost, ${left} left over`,
      violations: [...violations, ...lost, ...doubled, ...(left > 0 ? [`${left} never arrived`] : [])],
    }
  },
}
