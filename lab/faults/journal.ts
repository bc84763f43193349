import { appendFileSync, readFileSync } from 'node:fs'

/** What a person at a phone knows: what was sent with which words and photos, and what was shown for it. */
export type Line =
  | {
      what: 'sent'
      id: string
      author: string
      mark: string
      type: string
      texts: Record<string, string>
      photos: string[]
    }
  /** The server has said that it has it. */
  | { what: 'taken'; id: string }
  | { what: 'receipt'; id: string; number: string; code: string }

/** Only ever grows; a line is on disk before what it tells of happens. */
export class Journal {
  readonly file: string

  constructor(file: string) {
    this.file = file
    appendFileSync(file, '')
  }

  write(line: Line): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`)
  }

  get lines(): Line[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line)
  }
}
