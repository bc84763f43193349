/** One window of a browser, as the journeys drive it. Scripts are source text, run in the page. */
export interface Driver {
  readonly name: string
  open(url: string): Promise<void>
  /** The value of an expression in the page; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>
  /** Gives a file to the control with this selector, as a person chooses it. */
  chooseFile(selector: string, file: string): Promise<void>
  screenshot(file: `${string}.png`): Promise<void>
  close(): Promise<void>
}

const soon = 30_000

/** Asks until the expression is true; an error of a page that is just being left counts as false. */
export async function until(driver: Driver, expression: string, what: string): Promise<void> {
  const end = performance.now() + soon
  for (;;) {
    if (await driver.evaluate<boolean>(`(async () => Boolean(${expression}))()`).catch(() => false)) return
    if (performance.now() > end) {
      const where = await driver
        .evaluate<string>('location.href + "\\n" + document.body.innerText.slice(0, 600)')
        .catch(() => 'no page')
      throw new Error(`${driver.name}: not within ${soon / 1000} s: ${what}\n${where}`)
    }
    await new Promise((go) => setTimeout(go, 100))
  }
}

/** Waits for a text that can be seen. */
export const untilText = (driver: Driver, text: string): Promise<void> =>
  until(driver, `document.body.innerText.includes(${JSON.stringify(text)})`, `the text “${text}” is shown`)

/** Presses the button of exactly this name. */
export async function press(driver: Driver, name: string): Promise<void> {
  const find = `[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === ${JSON.stringify(name)} && one.offsetParent !== null)`
  await until(driver, find, `the button “${name}” is there`)
  await driver.evaluate(`void setTimeout(() => ${find}.click())`)
}

/** Fills controls by their name, and says so to the page as typing does. */
export async function fillIn(driver: Driver, values: Record<string, string>): Promise<void> {
  await driver.evaluate(`(() => {
    const told = { bubbles: true }
    for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
      const all = [...document.getElementsByName(name)]
      const one = all.find((control) => control.value === value && /radio|checkbox/.test(control.type)) ?? all[0]
      if (one === undefined) throw new Error('no control is called ' + name)
      if (/radio|checkbox/.test(one.type)) { one.click(); continue }
      one.value = value
      one.dispatchEvent(new Event('input', told))
      one.dispatchEvent(new Event('change', told))
    }
  })()`)
}
