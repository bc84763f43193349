/** The two languages of the screens: Bahasa Indonesia first, English second. */
export type Locale = 'id' | 'en'

/** A sentence in both languages. There is no sentence in only one of them. */
export type Text = { id: string; en: string }

export const isLocale = (value: unknown): value is Locale => value === 'id' || value === 'en'

export type Params = Record<string, string | number>

/**
 * Puts the parameters in their `{places}`; a place without a parameter is a bug and throws. English bends its nouns:
 * `{count} {count|report|reports}` says the first word where the parameter is 1, else the second.
 */
export const filled = (sentence: string, params: Params = {}): string =>
  sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`"${sentence}" needs {${name}}`)
    return String((String(value) === '1' ? one : many) ?? value)
  })
