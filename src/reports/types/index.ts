import { readdirSync } from 'node:fs'
import type { ReportType } from '../engine/index.ts'

/** A fixed folder, read once at boot: a file laid here is a report type, and a wrong one stops the start. */
const files = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => /^[a-z-]+\.(ts|js)$/.test(name) && !name.startsWith('index.'),
)

/** One after the other: they share modules, and two that load the same one at once may find it half read. */
const loaded: ReportType[] = []
for (const file of files.sort()) loaded.push(((await import(`./${file}`)) as { default: ReportType }).default)

export const reportTypes: readonly ReportType[] = loaded.sort((a, b) => a.order - b.order)
