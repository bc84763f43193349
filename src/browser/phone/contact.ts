import { type DeviceAnswer, type DeviceQuestion, sendingPaths } from '../../officers/envelopes/envelope.ts'
import { deviceNow, noteOffset } from './clock.ts'
import { openPhone, type ServerClock, write } from './db.ts'
import { draftKeyFrom, publicKeyOf } from './envelope.ts'
import { fetched } from './fetched.ts'
import { dropDraftKeys, keysOf } from './keys.ts'

/** `other`: somebody else is signed in, or nobody. */
export type Contact = 'made' | 'other' | 'unreached'

export interface Visitor {
  person: string
  /** How long a session lives, and with it the key of the drafts. */
  sessionHours: number
}

const recent = 10 * 60_000

/** Tells the server this person's key, learns the server's and the time; not again within ten minutes. */
export async function saveContact(visitor: Visitor): Promise<Contact> {
  const keys = await keysOf(visitor.person)
  const now = deviceNow().getTime()
  const isFresh = now - keys.contactAt < recent && now >= keys.contactAt
  return isFresh && (keys.draftKey?.until ?? 0) > now ? 'made' : makeContact(visitor)
}

export async function makeContact({ person, sessionHours }: Visitor): Promise<Contact> {
  const { pair } = await keysOf(person)
  const before = deviceNow()
  const question: DeviceQuestion = { publicKey: await publicKeyOf(pair.publicKey), clock: before.toISOString() }
  const headers = { 'Content-Type': 'application/json' }
  const reply = await fetched(sendingPaths.device, { method: 'POST', headers, body: JSON.stringify(question) })
  if (!reply) return 'unreached'
  if (!isDeviceAnswer(reply.json))
    return reply.type === 'opaqueredirect' || reply.status === 401 ? 'other' : 'unreached'
  if (reply.json.person !== person) return 'other'
  await keep(reply.json, sessionHours)
  await saveClock(reply.json.now, before, deviceNow())
  return 'made'
}

function isDeviceAnswer(answer: unknown): answer is DeviceAnswer {
  if (typeof answer !== 'object' || answer === null) return false
  const { device, person, sealingKey, draftSecret, now } = answer as Partial<DeviceAnswer>
  return [device, person, sealingKey?.kid, sealingKey?.x, sealingKey?.y, draftSecret, now].every(
    (part) => typeof part === 'string',
  )
}

async function keep({ device, person, sealingKey, draftSecret }: DeviceAnswer, sessionHours: number): Promise<void> {
  // Another person was here before: the key of their drafts is dropped.
  await dropDraftKeys((keys) => keys.person !== person)
  const key = await draftKeyFrom(draftSecret, person)
  const contactAt = deviceNow().getTime()
  const draftKey = { key, until: contactAt + sessionHours * 3_600_000 }
  await write(['keys'], async (tx) => {
    const keys = await tx.objectStore('keys').get(person)
    if (keys) await tx.objectStore('keys').put({ ...keys, device, sealingKey, contactAt, draftKey })
  })
}

/** The answer was made somewhere between question and arrival: the middle is wrong by half of that at most. */
export async function saveClock(now: string, asked: Date, answered: Date): Promise<void> {
  const middle = (asked.getTime() + answered.getTime()) / 2
  const clock: ServerClock = { offset: Math.round(Date.parse(now) - middle), measured: answered.toISOString() }
  if (Number.isNaN(clock.offset)) return
  await write(['facts'], (tx) => tx.objectStore('facts').put(clock, 'clock'))
  noteOffset(clock.offset)
}

export const serverClock = async (): Promise<ServerClock | undefined> =>
  (await (await openPhone()).get('facts', 'clock')) as ServerClock | undefined
