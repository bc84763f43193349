const pause = 1000
const sentAt = new WeakMap<HTMLFormElement, number>()

/** Ignores a second press within a second. The button stays enabled, so that its own value is sent. */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const now = performance.now()
    const before = sentAt.get(event.target)
    if (before !== undefined && now - before < pause) event.preventDefault()
    else sentAt.set(event.target, now)
  })
}
