import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'

export interface FrontAnswer {
  status: number
  type: string
  body: Buffer
}

export interface FrontRules {
  /** Milliseconds by which what is sent to the queue's addresses is answered later. */
  late: number
  /** Puts another answer in the place of this one. */
  instead: (path: string, answer: FrontAnswer) => FrontAnswer
}

/** Stands before the application as a proxy does that knows addresses. */
export async function openFront(target: () => number, { late, instead }: FrontRules) {
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const path = asked.url!
    // What is put in the place of an answer is not what a browser had before.
    const { 'if-none-match': _, 'if-modified-since': __, ...wanted } = asked.headers
    const on = request({
      ...{ host: '127.0.0.1', port: target(), path, method: asked.method, agent: false },
      headers: { ...wanted, 'accept-encoding': 'identity', connection: 'close' },
    })
    on.on('error', () => answer.destroy())
    on.on('response', async (got) => {
      const body = Buffer.concat(await got.toArray().catch(() => []))
      if (path.startsWith('/kiriman')) await rest(late)
      const plain = { status: got.statusCode!, type: String(got.headers['content-type'] ?? ''), body }
      const put = instead(path, plain)
      const { 'transfer-encoding': _, connection: __, etag: ___, 'last-modified': ____, ...headers } = got.headers
      answer.writeHead(put.status, {
        ...headers,
        ...(put.type ? { 'content-type': put.type } : {}),
        'content-length': put.body.length,
      })
      answer.end(put.body)
    })
    asked.pipe(on)
  }
  const server = createServer(pass)
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
