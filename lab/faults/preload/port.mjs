// Loaded before the application: tells the harness which port it listens on, and ends with the harness.
import { Server } from 'node:net'

const own = Object.getOwnPropertyDescriptor(Server.prototype, 'listen')
Object.defineProperty(Server.prototype, 'listen', {
  ...own,
  value(...words) {
    this.once('listening', () => process.send?.({ port: this.address().port }))
    return own.value.apply(this, words)
  },
})
process.channel?.unref()
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
