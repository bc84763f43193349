import { bytesOf } from './bytes.ts'

/** What only its key opens: AES-256-GCM, the tag last. */
export interface Encrypted {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/**
 * Locks bytes with the key, bound to the place where they lie: what was moved elsewhere, or under another id, does not
 * open there.
 */
export async function encrypt(key: CryptoKey, content: BufferSource, place: string): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, content)
  return { iv, bytes }
}

/** Rejects when the key or the place is another one, or a bit has changed. */
export const decrypt = (key: CryptoKey, { iv, bytes }: Encrypted, place: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(place) }, key, bytes)

export const encryptJson = (key: CryptoKey, value: unknown, place: string): Promise<Encrypted> =>
  encrypt(key, bytesOf(JSON.stringify(value)), place)

export const decryptJson = async <T>(key: CryptoKey, locked: Encrypted, place: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await decrypt(key, locked, place))) as T
