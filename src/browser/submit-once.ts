const pause = 1000
const pressed = new WeakMap<HTMLFormElement, { at: number; button: HTMLElement | null }>()

/** Ignores a second press of a button within a second. The button stays enabled, so that its own value is sent. */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const { target: form, submitter: button } = event
    const now = performance.now()
    const before = pressed.get(form)
    if (before && before.button === button && now - before.at < pause) event.preventDefault()
    else pressed.set(form, { at: now, button })
  })
}
