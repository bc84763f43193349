// Runs on the server and in the browser: imports nothing, touches nothing.

/** What can stand in a real name or title; a telephone number or a NIK cannot. */
const signs = /^[\p{L}\p{M}\p{N} .,'"()[\]/&·-]+$/u
const longNumber = /\p{N}[ .-]?\p{N}[ .-]?\p{N}/u

const unnamed =
  /^(?:n *[./] *a\.?|x{2,}|(?:t(?:i?da?k|ak|anpa)|gak?|belum|blm)(?:ada|tahu|tau|dike(?:tahui|nal)|jelas|(?:ber)?nama|sebut)(?:nya|nama)?|tanpa ?nama|no ?name|anonim|anonymous|unknown)$/

/** Why this cannot be the name of a person. What is tidied already is judged; what is only unusual is asked elsewhere. */
export function nameProblem(name: string): 'letters' | 'placeholder' | undefined {
  const small = name.toLowerCase()
  const letters = small.match(/\p{L}/gu) ?? []
  if (!signs.test(name) || longNumber.test(name)) return 'letters'
  if (unnamed.test(small) || unnamed.test(small.replace(/[\s-]|\.+$/g, ''))) return 'placeholder'
  if (letters.length === 0) return /\p{N}/u.test(name) ? 'letters' : 'placeholder'
  return letters.length > 2 && new Set(letters).size === 1 ? 'placeholder' : undefined
}
