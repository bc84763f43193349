import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { referencePages } from '../../scripts/reference.ts'
import { root } from '../../src/platform/config/config.ts'
import { filesIn } from '../support/sources.ts'

const files = [...filesIn('docs', '.md').map((file) => `docs/${file}`), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
const pages = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const written = pages.filter(({ file }) => !file.startsWith('docs/reference/'))

describe('the documents', () => {
  it.each(Object.entries(referencePages()))('say in %s what the code says; npm run docs writes it', (file, text) => {
    expect(pages.find((page) => page.file === `docs/reference/${file}`)?.text).toBe(text)
  })

  it('link to pages that exist', () => {
    const broken = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .filter(([, to]) => !existsSync(join(root, dirname(file), to!)))
        .map(([, to]) => `${file}: ${to}`),
    )

    expect(broken).toEqual([])
  })

  it('name files that exist', () => {
    const named = /`((?:src|test|scripts|bench|prisma|views|deploy|docs)\/[\w./-]+\.\w+)`/g
    const gone = written.flatMap(({ file, text }) =>
      [...text.matchAll(named)]
        .filter(([, path]) => !existsSync(join(root, path!)))
        .map(([, path]) => `${file}: ${path}`),
    )

    expect(gone).toEqual([])
  })

  it('together are short enough to be read: 14,000 words in lines of 120 columns', () => {
    const docs = written.filter(({ file }) => !/^(?:CONTRIBUTING|CHANGELOG)/.test(file))
    const words = docs.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => /\w/.test(word)).length, 0)
    const wide = written.flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, at) => (line.length > 120 && !line.startsWith('|') ? [`${file}:${at + 1}`] : [])),
    )

    expect(words).toBeLessThanOrEqual(14_000)
    expect(wide).toEqual([])
  })
})
