/** Prints a line for the person who started the process. */
export type Say = (line: string) => void

export const silent: Say = () => undefined

const firstMs = 2000
const thenMs = 10_000

/** Says what is being waited for when it takes longer than two seconds, and again every ten, with the seconds so far. */
export async function sayWhile<T>(say: Say, what: string, work: Promise<T>): Promise<T> {
  const begunAt = performance.now()
  const tell = () => {
    say(`${what} (${Math.round((performance.now() - begunAt) / 1000)} detik)`)
    timer = setTimeout(tell, thenMs)
  }
  let timer = setTimeout(tell, firstMs)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}
