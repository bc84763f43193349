// What a phone sends and what the server answers. Runs on both: imports nothing, touches nothing. See docs/sending.md.

/** The protected head of the JWS. `kid` names the device key that signed. */
export interface EnvelopeHead {
  alg: 'ES256'
  typ: 'bos-envelope'
  kid: string
}

/** What the server must know before it can open the content, and what anybody may read who carries the envelope. */
export interface EnvelopeClaims {
  v: 1
  /** The report's id, minted when its form was opened. */
  id: string
  /** The person who pressed Send. */
  author: string
  /** Counts the envelopes of this device key from 1, without gaps. */
  sequence: number
  /** The release of the application that made it. */
  release: string
  photos: EncryptedPhoto[]
  /** JWE compact: ECDH-ES on P-256, A256GCM, `kid` of the server's sealing key, `epk` of the phone. */
  content: string
}

export interface EncryptedPhoto {
  /** SHA-256 of the encrypted bytes, hex: its address on the way. */
  hash: string
  /** Bytes, encrypted. */
  size: number
}

/** What only the server can read. */
export interface EnvelopeContent {
  v: 1
  kind: 'report' | 'brief'
  type: string
  /** The form as it was typed: names of controls and their values, as a browser would post them. */
  wire: Record<string, string | string[]>
  /** Of each photo of the claims, in their order: the AES-256-GCM key of its bytes, base64url. */
  photoKeys: string[]
  clock: EnvelopeClock
  locale: 'id' | 'en'
}

export interface EnvelopeClock {
  /** ISO instant of the device's clock when Send was pressed. */
  written: string
  /** Milliseconds to add to the device's clock to get the server's, as measured at the last contact; null when never. */
  offset: number | null
  /** ISO instant of the device's clock at that contact. */
  measured: string | null
}

/** A public key as a JWK (RFC 7517). */
export interface PublicKey {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

/** What `sendingPaths.device` is asked, as JSON. */
export interface DeviceQuestion {
  publicKey: PublicKey
  /** ISO instant of the device's clock. */
  clock: string
}

/** What it answers. Anything else, a redirect to the sign-in too, means that nobody is signed in or nothing was reached. */
export interface DeviceAnswer {
  device: string
  person: string
  sealingKey: PublicKey & { kid: string }
  /** 32 bytes, base64url: the same at each request of this person on this device. */
  draftSecret: string
  now: string
}

/** `filed`: it stands. `faulty`: kept, the author must mend it. `held`: kept until somebody has looked. `conflict`: kept beside the report that has this id. */
export type EnvelopeState = 'filed' | 'faulty' | 'held' | 'conflict'

export interface Receipt {
  id: string
  /** Of the envelope: `digestOf`. The phone deletes only what this names. */
  digest: string
  state: EnvelopeState
  number: string | null
  code: string | null
  /** ISO instant of arrival, the server's clock. */
  at: string
  photos: Record<string, 'here' | 'awaited' | 'unreadable'>
  reasons: { field: string; message: string }[]
  /** Made by the server over id, digest, number and time; later proves that this receipt was given. */
  mac: string
  /** The server's clock now, to measure the device's by. */
  now: string
}

export const envelopeType = 'application/jose'
export const photoType = 'application/octet-stream'

export const limits = {
  /** Characters of a whole envelope. */
  envelope: 128 * 1024,
  /** Bytes of one encrypted photo. */
  photo: 3 * 1024 * 1024,
  photos: 3,
}

export const sendingPaths = {
  envelope: '/kiriman',
  photo: (id: string, hash: string) => `/kiriman/${id}/foto/${hash}`,
  /** Small: asks for room before something big is sent. */
  ticket: '/kiriman/tiket',
  /** With a session: makes this browser's key known and learns the server's. */
  device: '/perangkat',
}

/** The bytes that are signed and whose SHA-256, hex, is the envelope's digest: a JWS without its signature. */
export const signedPart = (jws: string): string => jws.slice(0, jws.lastIndexOf('.'))

/** Whether an answer is the receipt of this envelope. Any other answer means "not yet", whatever its status says. */
export function isReceiptFor(answer: unknown, id: string, digest: string): answer is Receipt {
  if (typeof answer !== 'object' || answer === null) return false
  const { id: ofId, digest: ofDigest, state, mac, at, photos } = answer as Partial<Receipt>
  return (
    ofId === id &&
    ofDigest === digest &&
    typeof mac === 'string' &&
    /^[\w-]{43}$/.test(mac) &&
    typeof at === 'string' &&
    typeof photos === 'object' &&
    (state === 'filed' || state === 'faulty' || state === 'held' || state === 'conflict')
  )
}

/** How many of its photos could not be opened: they are no evidence. */
export const unreadableIn = ({ photos }: Receipt): number =>
  Object.values(photos).filter((state) => state === 'unreadable').length

/** Whether nothing of it is needed on the phone any more. */
export const isComplete = ({ photos }: Receipt): boolean => !Object.values(photos).includes('awaited')
