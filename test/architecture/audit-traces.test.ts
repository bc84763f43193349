import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/config/config.ts'
import { guardedEndpoints, nameOf } from '../support/endpoints.ts'
import { filesIn, read } from '../support/sources.ts'

const file = join(root, 'test/architecture/audit-traces.txt')

/** Every address that shows something, and how the audit remembers that it was read or taken. */
const traces = (): string =>
  guardedEndpoints
    .filter(({ method }) => method === 'get')
    .map((endpoint) => {
      const { trace } = endpoint
      const how = trace === undefined ? '-' : trace === 'command' ? 'by a command' : `${trace.as} ${trace.page}`
      const some = typeof trace === 'object' && trace.when ? ', some of it' : ''
      return `${nameOf(endpoint).padEnd(60)}${how}${some}\n`
    })
    .sort()
    .join('')

describe('an address that shows something', () => {
  it('is reviewed for what the audit remembers of it; UPDATE_MATRIX=1 writes the list anew', () => {
    if (process.env.UPDATE_MATRIX) writeFileSync(file, traces())

    expect(traces()).toBe(readFileSync(file, 'utf8'))
  })

  it('leaves a trace wherever it prints, exports, or shows a single person of the register', () => {
    const exporting =
      /\/(cetak|unduhan|teks|surat-kesepakatan)$|^GET \/daftar-hp$|^GET \/(warga|tempat|kelompok)(\/:id)?$/
    const silent = guardedEndpoints.filter((one) => exporting.test(nameOf(one)) && one.trace === undefined)

    expect(silent.map(nameOf).filter((name) => name.startsWith('GET'))).toEqual([])
  })

  it('cannot send a file or paper without one', () => {
    const replies = filesIn('src', '.routes.ts').filter((name) => /\b(download|print)\(/.test(read('src', name)))

    expect(replies.filter((name) => !read('src', name).includes('trace:'))).toEqual([])
  })
})
