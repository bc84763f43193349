/** Chance that can be repeated: the same seed gives the same run, as far as two machines are the same. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 to just below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  is(share: number): boolean {
    return this.next() < share
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }

  /** Words that no other report has: made-up, so that nothing resembles anything. */
  words(count: number): string {
    const syllable = () => this.pick([...'bdgjklmnprstw']) + this.pick([...'aiueo'])
    const word = () => Array.from({ length: this.whole(2, 4) }, syllable).join('')
    return Array.from({ length: count }, word).join(' ')
  }
}
