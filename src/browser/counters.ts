import { tidyText } from '../kernel/tidy.ts'
import { all, say, showNumber } from './dom.ts'

/** Says below a long text how many characters are missing, left, or too many. Nothing is cut. */
export function countCharacters(within: ParentNode = document): void {
  for (const counter of all('[data-counter]', within)) {
    const field = document.getElementById(counter.dataset.counter ?? '')
    if (field instanceof HTMLTextAreaElement) count(field, counter)
  }
}

function count(field: HTMLTextAreaElement, counter: HTMLElement): void {
  const [min, max] = [Number(field.dataset.min ?? 0), Number(field.dataset.max ?? 0)]
  if (!max) return
  const show = () => {
    const length = [...tidyText(field.value)].length
    const name = length > max ? 'over' : length > 0 && length < min ? 'missing' : 'left'
    const number = { over: length - max, missing: min - length, left: max - length }[name]
    counter.textContent = say(counter, name, { count: showNumber(number) })
    counter.classList.toggle('counter--wrong', name === 'over')
    counter.hidden = false
  }
  field.addEventListener('input', show)
  addEventListener('pageshow', show)
  show()
}
