/** What a browser would send of the first form on a page, its buttons left aside: names that come twice are arrays. */
export function formIn(html: string): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {}
  const put = (name: string, value: string) => {
    sent[name] = name in sent ? [sent[name]!, value].flat() : value
  }
  const controls = /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g
  for (const [, input, area, text = '', select, options = ''] of html.matchAll(controls)) {
    const attributes = input ?? area ?? select ?? ''
    const name = attribute(attributes, 'name')
    if (name === undefined) continue
    if (input !== undefined) {
      const type = attribute(input, 'type') ?? 'text'
      if (type === 'file' || (/radio|checkbox/.test(type) && !/\schecked\b/.test(input))) continue
      put(name, attribute(input, 'value') ?? '')
    } else if (area !== undefined) put(name, unescaped(text.replace(/^\n/, '')))
    else put(name, chosen(options))
  }
  return sent
}

const chosen = (options: string): string => {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, attributes]) => attributes!)
  return attribute(all.find((one) => /\sselected\b/.test(one)) ?? all[0] ?? '', 'value') ?? ''
}

const attribute = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

export const unescaped = (text: string) =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
