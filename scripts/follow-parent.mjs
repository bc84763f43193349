const parent = process.ppid

/** Ends this process, as a signal would, once the one that started it has gone. npm passes a signal to its shell alone. */
export function followParent() {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}
