/** What stands in the form is on its way, or lies in the queue: the page may be left without a question. */
export function letGo(form: HTMLFormElement): void {
  form.dataset.letGo = ''
}

export const isLetGo = (form: HTMLFormElement): boolean => form.dataset.letGo !== undefined

/** Sends a form as the browser would, past all listeners, with the value of the button that was pressed. */
export function submitPlainly(form: HTMLFormElement, button: HTMLElement | null): void {
  const pressed = document.createElement('input')
  pressed.type = 'hidden'
  pressed.name = button?.getAttribute('name') ?? ''
  pressed.value = button?.getAttribute('value') ?? ''
  if (pressed.name) form.append(pressed)
  letGo(form)
  form.submit()
}
