// Loaded before the application: on a signal its event loop stands still, or its memory fills up, as BOS_AIL says.

const { stallMs, boundMb } = JSON.parse(process.env.BOS_AIL)
// A container bounds the memory of a process; where there is none, this says that there is one.
if (boundMb) process.constrainedMemory = () => boundMb * 2 ** 20

const held = []
process.on('SIGUSR2', () => {
  if (stallMs) for (const end = Date.now() + stallMs; Date.now() < end; );
  if (!boundMb) return
  const missing = boundMb * 2 ** 20 * 0.95 - process.memoryUsage.rss()
  if (missing > 0) held.push(Buffer.alloc(missing, 1))
})
