import type { Sealed } from '../../test/support/phone.ts'
import { ask } from './http.ts'

/** What the server says of an envelope, as far as these tests look at it. */
export interface Answered {
  status: number
  state: string
  photos: Record<string, string>
}

const told = (status: number, text: string): Answered => {
  const { state = '', photos = {} } = status === 200 ? (JSON.parse(text) as Partial<Answered>) : {}
  return { status, state, photos }
}

/** The envelope and then its photos, once, with nothing that tells of a session. Gives the last answer. */
export async function carriedOnce(port: number, { id, jws, photos }: Sealed): Promise<Answered> {
  const send = async (path: string, type: string, body: string | Buffer) => {
    const { status, text } = await ask(port, { method: 'POST', path, headers: { 'Content-Type': type }, body })
    return told(status, text)
  }
  let last = await send('/kiriman', 'application/jose', jws)
  for (const { hash, bytes } of photos)
    last = await send(`/kiriman/${id}/foto/${hash}`, 'application/octet-stream', bytes)
  return last
}
