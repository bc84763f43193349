import { expect, it } from '@jest/globals'
import { createLog } from '../../src/platform/http/log.ts'

it.each([
  ['a row that broke a rule', new Error('duplicate key: Key (nik)=(3274054107850001) already exists.')],
  ['what the database adds', Object.assign(new Error('x'), { detail: 'Key (nik)=(3274054107850001)' })],
  ['the parameters of a statement', Object.assign(new Error('x'), { meta: { values: ['3274054107850001'] } })],
  ['its cause', new Error('x', { cause: new Error('DETAIL: Failing row contains (3274054107850001, Siti).') })],
])('tells of an error without %s', (_, err) => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })

  log.error({ err, req: { id: 'ABCD1234' } }, 'intake')

  expect(lines.join()).toContain('"type":"Error"')
  expect(lines.join()).toContain('ABCD1234')
  expect(lines.join()).not.toContain('3274054107850001')
})
