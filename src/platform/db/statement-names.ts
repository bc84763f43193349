/** What is asked only now and then is not worth a name: lists of another length each time would fill every connection. */
const oftenAfter = 3
const mostNames = 400
const mostCounted = 4000
const unnamed = ''

/**
 * Names for statements that come again, so that PostgreSQL parses and plans them once for each connection; on the way of a
 * send that was half of its work. The SQL holds no values, only places for them. Empty: not named.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  return ({ sql }) => {
    const name = names.get(sql)
    if (name !== undefined || names.size >= mostNames) return name ?? unnamed
    const times = (seen.get(sql) ?? 0) + 1
    if (times < oftenAfter) {
      if (seen.size >= mostCounted) seen.clear()
      seen.set(sql, times)
      return unnamed
    }
    seen.delete(sql)
    names.set(sql, `s${names.size}`)
    return names.get(sql)!
  }
}
