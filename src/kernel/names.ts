// Runs on the server and in the browser: imports nothing, touches nothing.

/** What people type to get past a field: a dash, dots, xxx, "tidak ada". A name may be one letter, once or twice. */
export function isPlaceholder(text: string, isName = false): boolean {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return (
    plain === '' ||
    (plain.length > (isName ? 2 : 1) && new Set(plain).size === 1 && !/\d/.test(plain)) ||
    /^((ti?da?|ta)k(ada|tah?u)|nihil|kosong|none|null|tes|test|asdf|qwerty)$/.test(plain) ||
    (isName && (/^(xx|tanpanama|noname)$/.test(plain) || /^n *[./] *a\b/i.test(text)))
  )
}

/** Why this cannot be the name of a person: a telephone number or a NIK, signs of no name. What is only unusual is asked elsewhere. */
export function nameProblem(name: string): 'letters' | 'placeholder' | undefined {
  if (isPlaceholder(name, true)) return 'placeholder'
  return /(?:\p{N}[ .-]?){3}|^\P{L}+$|[^\p{L}\p{M}\p{N} .,'"()[\]/&·-]/u.test(name) ? 'letters' : undefined
}
