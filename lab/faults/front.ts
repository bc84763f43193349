import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
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

/** What is put in the place of an answer is not what a browser had before; and lines end with their answer. */
const ofTheLine = ['if-none-match', 'if-modified-since', 'etag', 'last-modified', 'transfer-encoding', 'connection']

const without = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheLine.includes(name)))

/** Stands before the application as a proxy does that knows addresses. */
export async function openFront(target: () => number, { late, instead }: FrontRules) {
  const answerWith = async (path: string, got: IncomingMessage, answer: ServerResponse) => {
    const body = Buffer.concat(await got.toArray())
    if (path.startsWith('/kiriman')) await rest(late)
    const put = instead(path, { status: got.statusCode!, type: got.headers['content-type'] ?? '', body })
    const type = put.type === '' ? {} : { 'content-type': put.type }
    answer.writeHead(put.status, { ...without(got.headers), ...type, 'content-length': put.body.length }).end(put.body)
  }
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const path = asked.url!
    const headers = { ...without(asked.headers), 'accept-encoding': 'identity', connection: 'close' }
    const on = request({ host: '127.0.0.1', port: target(), path, method: asked.method, agent: false, headers })
    on.on('error', () => answer.destroy())
    on.on('response', (got) => void answerWith(path, got, answer).catch(() => answer.destroy()))
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
