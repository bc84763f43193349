export interface Fetched {
  type: ResponseType
  status: number
  json: unknown
  /** Milliseconds, 0 when it did not say. */
  retryAfter: number
}

const patience = 60_000

/** One request, as it was answered; nothing when nothing answered. Redirects are not followed: they are no answer of ours. */
export async function fetched(path: string, request: RequestInit, within = patience): Promise<Fetched | undefined> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), within)
  try {
    const how: RequestInit = { redirect: 'manual', cache: 'no-store', credentials: 'same-origin', ...request }
    const answer = await fetch(path, { ...how, signal: ending.signal })
    const text = await answer.text()
    const { type, status, headers } = answer
    return { type, status, json: parsed(text), retryAfter: Number(headers.get('Retry-After') ?? 0) * 1000 || 0 }
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
