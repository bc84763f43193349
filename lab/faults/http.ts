import { request as open } from 'node:http'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export interface Question {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: Uint8Array | string
  /** Milliseconds after which nobody waits any longer. */
  patience?: number
}

/** One request on one connection, as a browser on a bad line has it. Fails when no whole answer comes. */
export function ask(
  port: number,
  { method = 'GET', path, headers = {}, body, patience = 20_000 }: Question,
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const own = {
      Host: `localhost:${port}`,
      'Sec-Fetch-Site': 'same-origin',
      Connection: 'close',
      'Accept-Encoding': 'identity',
    }
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const asked = open({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent: false,
      headers: { ...own, ...length, ...headers },
    })
    const timer = setTimeout(() => asked.destroy(new Error('nobody answers')), patience)
    asked.on('close', () => clearTimeout(timer)).on('error', fail)
    asked.on('response', (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('error', fail)
      answer.on('end', () =>
        answer.complete
          ? settle({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(pieces).toString() })
          : fail(new Error('the answer was cut')),
      )
    })
    asked.end(body)
  })
}

/** A form as bytes, with its photos: what a browser makes of `multipart/form-data`. */
export async function formBody(fields: Record<string, string | string[]>, photos: Uint8Array[] = []) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  for (const photo of photos) form.append('foto', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'foto.jpg')
  const whole = new Response(form)
  return {
    body: new Uint8Array(await whole.arrayBuffer()),
    headers: { 'Content-Type': whole.headers.get('content-type')! },
  }
}

export const urlencoded = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
})
