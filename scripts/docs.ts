// Prints what the code can say by itself into docs/reference: `npm run docs`.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../src/platform/config/config.ts'
import { referencePages } from './reference.ts'

for (const [file, text] of Object.entries(referencePages())) await writeFile(join(root, 'docs/reference', file), text)
