import { bytesOf } from './bytes.ts'

/** What only its key opens: AES-256-GCM, the tag last. */
export interface Locked {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/**
 * Locks bytes with the key, bound to the place where they lie: what was moved elsewhere, or under another id, does not
 * open there.
 */
export async function lock(key: CryptoKey, content: BufferSource, place: string): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, content)
  return { iv, bytes }
}

/** Rejects when the key or the place is another one, or a bit has changed. */
export const unlock = (key: CryptoKey, { iv, bytes }: Locked, place: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, bytes)

export const lockJson = (key: CryptoKey, value: unknown, place: string): Promise<Locked> =>
  lock(key, bytesOf(JSON.stringify(value)), place)

export const unlockJson = async <T>(key: CryptoKey, locked: Locked, place: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await unlock(key, locked, place))) as T
