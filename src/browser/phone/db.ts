import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames, unwrap } from 'idb'
import type { Receipt } from '../../officers/envelopes/envelope.ts'
import type { Encrypted } from './encryption.ts'
import type { SealingKey } from './envelope.ts'
import { abort, endAllWithPage, endWithPage, untilShown } from './put-aside.ts'

/** The keys of one person on this phone. Private keys cannot be taken out of the browser. */
export interface PersonKeys {
  person: string
  pair: CryptoKeyPair
  /** The name that the server gave the public key; null until it has been told. */
  device: string | null
  /** Of the last envelope that was queued. */
  sequence: number
  sealingKey: SealingKey | null
  /** Opens what this person keeps here, until the session would have ended (device clock, ms). */
  draftKey: { key: CryptoKey; until: number } | null
  /** Device clock, ms. */
  contactAt: number
}

export interface PhoneDraft {
  person: string
  id: string
  typeKey: string
  body: Encrypted
  /** Device clock, ms. */
  updatedAt: number
}

export interface DraftPhoto {
  person: string
  id: string
  ordinal: number
  body: Encrypted
}

/** A report that was sent and waits on the phone: encrypted to the server, signed, and readable by nobody here. */
export interface QueuedReport {
  id: string
  person: string
  typeKey: string
  jws: string
  digest: string
  photos: { hash: string; size: number }[]
  /** How many photos were left out because this phone could not open them. */
  badPhotos?: number
  /** Device clock, ms. */
  queuedAt: number
  /** The author's label, encrypted with their draft key; null when there was none. */
  label: Encrypted | null
  /** Of the photos' answers too: the last one that came. */
  receipt: Receipt | null
  /** How often the server has answered without a receipt. */
  tries: number
  /** Device clock, ms; not before then by itself. */
  nextTry: number
}

export interface QueuedPhoto {
  id: string
  hash: string
  bytes: ArrayBuffer
}

/** What is kept of a report once the server has all of it. */
export interface SentReport {
  id: string
  person: string
  typeKey: string
  digest: string
  number: string | null
  code: string | null
  at: string
  mac: string
  state: Receipt['state']
  /** How many of its photos the server could not open. */
  unreadable?: number
}

export interface CachedList {
  person: string
  name: string
  body: Encrypted
  updatedAt: number
}

export interface ServerClock {
  /** Milliseconds to add to the device's clock. */
  offset: number
  /** ISO instant of the device's clock. */
  measured: string
}

/** Nothing is sent by itself before then: nothing was reached, or the server asked for it. */
export interface Pause {
  tries: number
  /** Device clock, ms. */
  until: number
  /** Whether the server named the time; then no trigger shortens it. */
  isAsked: boolean
}

export interface PhoneSchema extends DBSchema {
  keys: { key: string; value: PersonKeys }
  drafts: { key: [string, string]; value: PhoneDraft }
  draftPhotos: { key: [string, string, number]; value: DraftPhoto }
  queue: { key: string; value: QueuedReport }
  queuePhotos: { key: [string, string]; value: QueuedPhoto }
  sent: { key: string; value: SentReport }
  lists: { key: [string, string]; value: CachedList }
  /** What concerns the phone and no person. */
  facts: { key: 'clock' | 'pause'; value: ServerClock | Pause }
}

export type PhoneDb = IDBPDatabase<PhoneSchema>
export type PhoneStore = StoreNames<PhoneSchema>
export type PhoneWrite<N extends PhoneStore> = IDBPTransaction<PhoneSchema, N[], 'readwrite'>

/** The key of each store; null where it stands beside the value. */
const keyPaths: Record<PhoneStore, string | string[] | null> = {
  keys: 'person',
  drafts: ['person', 'id'],
  draftPhotos: ['person', 'id', 'ordinal'],
  queue: 'id',
  queuePhotos: ['id', 'hash'],
  sent: 'id',
  lists: ['person', 'name'],
  facts: null,
}

/** One more with each release that adds a store. */
const version = 2

/** Adds what is missing, whatever was there before, and makes nothing anew: that would wipe the queue. */
function addStores(db: PhoneDb): void {
  for (const [name, keyPath] of Object.entries(keyPaths) as [PhoneStore, string | string[] | null][])
    if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { keyPath })
}

export const phoneDbName = 'bos'
let opened: Promise<PhoneDb> | undefined

/** The database of this browser, opened once. Rejects where the browser keeps nothing; waits while the page is put aside. */
export async function openPhone(): Promise<PhoneDb> {
  await untilShown()
  opened ??= openDB<PhoneSchema>(phoneDbName, version, {
    upgrade: (db, _from, _to, transaction) => {
      endWithPage(unwrap(transaction))
      addStores(db)
    },
    // A newer release in another tab wants to add its stores: this tab opens it anew when it next needs it.
    blocking: () => void close(),
    terminated: forget,
  }).then(
    (db) => {
      endAllWithPage(unwrap(db))
      return db
    },
    (error: unknown) => {
      forget()
      throw error
    },
  )
  return opened
}

function forget(): void {
  opened = undefined
}

async function close(): Promise<void> {
  const db = await opened
  forget()
  db?.close()
}

/**
 * One transaction that is on the disk when this returns. Whatever fails inside undoes all of it. `work` may await only
 * requests of the transaction: sealing comes before.
 */
export async function write<N extends PhoneStore, R>(stores: N[], work: (tx: PhoneWrite<N>) => Promise<R>): Promise<R> {
  const db = await openPhone()
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  // Seen to below; without this a failed transaction would also be reported as a rejection that nobody handles.
  tx.done.catch(() => undefined)
  try {
    const result = await work(tx)
    await tx.done
    return result
  } catch (error) {
    abort(tx)
    throw error
  }
}
