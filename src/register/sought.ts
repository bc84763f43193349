/** What somebody looks for: a name, an RT, an RW, or some of them. */
export interface Sought {
  name: string
  rt: number | undefined
  rw: number | undefined
}

const numbered = (word: string) => new RegExp(`\\b${word}\\.?\\s*0*(\\d{1,3})\\b`, 'i')
const asWritten = /\b0*(\d{1,3})\s*\/\s*0*(\d{1,3})\b/
const [rtPattern, rwPattern] = [numbered('rt'), numbered('rw')]

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

/** `siti rt 3`, `Siti Rohmah RW 07`, `rt 003/007`, or a plain number, which is an RT. */
export function soughtIn(text: string): Sought {
  const alone = /^0*(\d{1,3})$/.exec(text)
  if (alone) return { name: '', rt: Number(alone[1]), rw: undefined }
  const both = asWritten.exec(text)
  const [rt, rw] = [rtPattern.exec(text)?.[1] ?? both?.[1], rwPattern.exec(text)?.[1] ?? both?.[2]]
  const name = text
    .replace(asWritten, ' ')
    .replace(rtPattern, ' ')
    .replace(rwPattern, ' ')
    .replace(/\br[tw]\b\.?/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, rt: numberIn(rt), rw: numberIn(rw) }
}
