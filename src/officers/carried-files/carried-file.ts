import { limits, type Parsed, parseEnvelope } from '../envelopes/index.ts'

/** An envelope that was carried, and what of its photos came with it: encrypted bytes by their hash. */
export interface Carried {
  envelope: Parsed
  photos: ReadonlyMap<string, Buffer>
}

export interface CarriedFile {
  envelopes: Carried[]
  /** How many it should hold and does not: lines that nobody can read, or an end that was cut off. */
  missing: number
}

/** What the phone writes above the envelopes: see `queue-file.ts`. The first release did not count them. */
interface Head {
  bos: 'berkas-kiriman'
  count?: number
}

/**
 * Reads a file that a phone has saved, a line for each envelope. Of a line that is damaged or cut off, what can be read is
 * read: text stands before photos. Undefined where it is no such file.
 */
export function readCarriedFile(body: Buffer): CarriedFile | undefined {
  const lines = body
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const head = headIn(lines[0] ?? '')
  const envelopes = lines.map(envelopeIn).filter((one) => one !== undefined)
  if (!head && envelopes.length === 0) return undefined
  const told = Math.max(lines.length - (head ? 1 : 0), head?.count ?? 0)
  return { envelopes, missing: told - envelopes.length }
}

function headIn(line: string): Head | undefined {
  try {
    const head = JSON.parse(line) as Partial<Head> | null
    if (head?.bos !== 'berkas-kiriman') return undefined
    return { bos: head.bos, ...(Number.isInteger(head.count) ? { count: head.count! } : {}) }
  } catch {
    return undefined
  }
}

const named = /"jws"\s*:\s*"([\w.-]+)"/
const pictured = /"([0-9a-f]{64})"\s*:\s*"([\w+/]+=*)"/g

function envelopeIn(line: string): Carried | undefined {
  const jws = named.exec(line)?.[1] ?? ''
  const envelope = jws.length <= limits.envelope ? parseEnvelope(jws) : undefined
  if (!envelope) return undefined
  const awaited = new Set(envelope.claims.photos.map(({ hash }) => hash))
  const whole = [...line.matchAll(pictured)].filter(([, hash]) => awaited.has(hash!))
  return { envelope, photos: new Map(whole.map(([, hash, bytes]) => [hash!, Buffer.from(bytes!, 'base64')])) }
}

/** Each envelope once, with the photos that came with it in any of the files. */
export function mergeCarried(all: readonly Carried[]): Carried[] {
  const found = new Map<string, Carried>()
  for (const one of all) {
    const before = found.get(one.envelope.digest)
    found.set(one.envelope.digest, before ? { ...one, photos: new Map([...before.photos, ...one.photos]) } : one)
  }
  return [...found.values()]
}
