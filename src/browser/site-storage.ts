type Area = 'localStorage' | 'sessionStorage'

/** What the browser keeps under that name; null where it keeps nothing or refuses to say. */
export function stored(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key)
  } catch {
    return null
  }
}

/** Keeps a value, or removes it when it is null. A browser that refuses storage is left alone. */
export function store(area: Area, key: string, value: string | null): void {
  try {
    if (value === null) globalThis[area].removeItem(key)
    else globalThis[area].setItem(key, value)
  } catch {
    // Refused or full; nothing depends on it.
  }
}
