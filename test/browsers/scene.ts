import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FrontAnswer, openFront } from '../../lab/faults/front.ts'
import { type Connection, connect } from '../../src/platform/db/connect.ts'
import { createApp } from '../../src/processes/app.ts'
import { cast } from '../support/cast.ts'
import { depsFor } from '../support/site.ts'

/** What a page may be given before its own scripts run. */
export const refusals = {
  database: `const refuse = () => {
    const request = new EventTarget()
    request.error = new DOMException('Refused', 'UnknownError')
    setTimeout(() => request.dispatchEvent(new Event('error')))
    return request
  }
  indexedDB.open = refuse
  IDBFactory.prototype.open = refuse`,
  allStorage: `for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
    Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('Denied', 'SecurityError') } })`,
}

const scriptPath = '/sebelum-halaman.js'

export type Scene = Awaited<ReturnType<typeof openScene>>

/** The application over a database with the cast of all tests; its server can be shut and opened again at its port. */
export async function openScene(url: string) {
  const fail = (error: Error) => {
    throw error
  }
  const connection: Connection = connect(url, 6, fail, 30_000)
  const people = await cast(connection.db)
  let server: Server | undefined
  let front: Awaited<ReturnType<typeof openFront>> | undefined
  let port = 0

  /** `before` is a script that pages run before their own. */
  const open = async ({ worker = 'on', before = '' }: { worker?: 'on' | 'off'; before?: string } = {}) => {
    server = createServer(createApp(depsFor(connection, { serviceWorker: worker })))
    await new Promise<void>((settle) => server!.listen(port, '127.0.0.1', settle))
    ;({ port } = server.address() as AddressInfo)
    front = before === '' ? undefined : await openFront(() => port, { late: 0, instead: bringing(before) })
  }
  const shut = () =>
    new Promise<void>((settle) => {
      front?.close()
      server!.close(() => settle())
      server!.closeAllConnections()
    })

  return {
    ...people,
    db: connection.db,
    open,
    shut,
    at: (path: string) => `http://localhost:${front?.port ?? port}${path}`,
    close: async () => {
      await shut()
      await connection.close()
    },
  }
}

/** Puts the script before all others of every page. */
const bringing =
  (script: string) =>
  (path: string, answer: FrontAnswer): FrontAnswer => {
    if (path === scriptPath) return { status: 200, type: 'text/javascript', body: Buffer.from(script) }
    if (!answer.type.startsWith('text/html')) return answer
    const page = answer.body.toString().replace('<head>', `<head><script src="${scriptPath}"></script>`)
    return { ...answer, body: Buffer.from(page) }
  }
