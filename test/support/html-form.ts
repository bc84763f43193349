/** What a browser would send of the first form on a page, its buttons left aside: names that come twice are arrays. */
export function formIn(html: string): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {}
  const put = (name: string, value: string) => {
    sent[name] = name in sent ? [sent[name]!, value].flat() : value
  }
  const controls = /<(input)\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\3>/g
  for (const [, input, alone = '', paired, opening = '', content = ''] of html.matchAll(controls)) {
    const attributes = input ? alone : opening
    const name = attribute(attributes, 'name')
    const value = input
      ? valueOf(attributes)
      : paired === 'select'
        ? chosen(content)
        : unescaped(content.replace(/^\n/, ''))
    if (name !== undefined && value !== undefined) put(name, value)
  }
  return sent
}

/** A file is chosen by a person, and a box that is not ticked sends nothing. */
function valueOf(input: string): string | undefined {
  const type = attribute(input, 'type') ?? 'text'
  if (type === 'file' || (/radio|checkbox/.test(type) && !/\schecked\b/.test(input))) return undefined
  return attribute(input, 'value') ?? ''
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
