import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** What happens to one connection on its way. */
export interface Weather {
  /** Milliseconds before anything gets through. */
  delay?: number
  /** Bytes a second, each way. */
  bandwidth?: number
  /** The connection ends after so many bytes from the phone. */
  cutAfter?: number
  /** All of the request gets through, nothing of the answer. */
  cutAnswer?: boolean
  /** Taken, and never heard of again. */
  blackHole?: boolean
  /** Answered by somebody else: a captive portal, a proxy that has no server. */
  instead?: string
}

interface Counted {
  /** Bytes that phones have sent. */
  sent: number
  /** Connections that were cut. */
  cut: number
}

export interface Proxy extends Counted {
  port: number
  close: () => Promise<void>
}

/** Stands between phones and server, and does to each connection what `weatherFor` says. */
export async function openProxy(target: () => number, weatherFor: () => Weather = () => ({})): Promise<Proxy> {
  const open = new Set<Socket>()
  const counted: Counted = { sent: 0, cut: 0 }
  const server = createServer((phone) => {
    open.add(phone.on('close', () => open.delete(phone)).on('error', () => phone.destroy()))
    const weather = weatherFor()
    if (weather.blackHole) {
      phone.resume()
      return
    }
    if (weather.instead !== undefined) return answerInstead(phone, weather.instead)
    setTimeout(() => join(phone, target(), weather, open, counted), weather.delay ?? 0)
    phone.pause()
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  return Object.assign(counted, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((settle) => {
        server.close(() => settle())
        for (const socket of open) socket.destroy()
      }),
  })
}

function answerInstead(phone: Socket, answer: string): void {
  phone.once('data', () => phone.end(answer))
}

function join(phone: Socket, port: number, weather: Weather, open: Set<Socket>, counted: Counted): void {
  const server = connect(port, '127.0.0.1')
  open.add(server.on('close', () => open.delete(server)))
  const end = () => {
    phone.destroy()
    server.destroy()
  }
  const cut = () => {
    counted.cut += 1
    end()
  }
  let left = weather.cutAfter ?? Number.POSITIVE_INFINITY
  server.on('error', end).on('close', () => phone.end())
  phone.on('close', () => server.destroy())
  // What comes in one piece here has come byte by byte there: what lay behind the cut was never sent.
  carry(phone, server, weather.bandwidth, (bytes) => {
    const part = bytes.subarray(0, left)
    left -= part.length
    counted.sent += part.length
    if (part.length < bytes.length) setImmediate(cut)
    return part
  })
  if (weather.cutAnswer) server.once('data', cut)
  else carry(server, phone, weather.bandwidth)
  phone.resume()
}

/** Passes bytes on, no faster than the bandwidth. */
function carry(from: Socket, to: Socket, bandwidth?: number, through = (bytes: Buffer): Buffer => bytes): void {
  from.on('data', (all: Buffer) => {
    const bytes = through(all)
    if (to.destroyed) return
    const flows = to.write(bytes)
    if (bandwidth === undefined && flows) return
    from.pause()
    const go = () => from.resume()
    if (bandwidth === undefined) to.once('drain', go)
    else setTimeout(go, (bytes.length / bandwidth) * 1000)
  })
  from.on('end', () => to.end())
}
