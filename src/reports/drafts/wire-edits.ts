import { itemName, itemsSent, type ReportType, type Wire } from '../engine/index.ts'

const itemKeys = (type: ReportType, list: string): string[] => Object.keys(type.fields[list]?.items ?? {})

/** One more block: without JavaScript the form is posted back and returns with it. */
export function withItemAdded(type: ReportType, wire: Wire, list: string): Wire {
  const [first] = itemKeys(type, list)
  if (first === undefined) return wire
  const index = Math.max(1, itemsSent(list, wire))
  return { ...wire, [itemName(list, index, first)]: '' }
}

/** One block less; those after it move up. */
export function withItemRemoved(type: ReportType, wire: Wire, list: string, index: number): Wire {
  const keys = itemKeys(type, list)
  const count = itemsSent(list, wire)
  if (keys.length === 0 || !Number.isInteger(index) || index < 0 || index >= count) return wire
  const isOfList = (name: string) => name.startsWith(`${list}.`)
  const kept = Object.fromEntries(Object.entries(wire).filter(([name]) => !isOfList(name)))
  for (let at = 0; at < count; at += 1) {
    if (at === index) continue
    for (const key of keys) kept[itemName(list, at > index ? at - 1 : at, key)] = wire[itemName(list, at, key)] ?? ''
  }
  return kept
}
