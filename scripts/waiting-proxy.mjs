import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { pipeline } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

const down = 'HTTP/1.1 503 Down\r\nconnection: close\r\n\r\nThe server has ended: its output says why.\n'

/** Starts to listen; returns the port. */
async function listen(server, port, host) {
  await once(server.listen(port, host), 'listening')
  return server.address().port
}

/**
 * Holds the address of a server that restarts on another port: a request meanwhile waits for `ready()`, which resolves
 * to whether a server runs, and until that one listens.
 */
export async function waitingProxy({ port, host, ready }) {
  const probe = createServer()
  const serverPort = await listen(probe, 0, '127.0.0.1')
  probe.close()
  const clients = new Set()

  async function connectToServer() {
    while (await ready()) {
      const socket = connect(serverPort, '127.0.0.1')
      if (await once(socket, 'connect').catch(() => false)) return socket
      await sleep(20)
    }
  }

  async function serve(client) {
    const upstream = await connectToServer()
    if (upstream) pipeline(client, upstream, client, () => client.destroy())
    else client.resume().end(down)
  }

  const proxy = createServer((client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client)).on('error', () => client.destroy())
    void serve(client)
  })
  return {
    port: await listen(proxy, port, host),
    serverPort,
    /** Ends the connections that are kept alive, so that the next request waits. */
    disconnect: () => {
      for (const client of clients) client.destroy()
    },
  }
}
