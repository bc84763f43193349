import { filesIn, read } from '../support/sources.ts'

/** Words that had a private meaning here, and the standard word of docs/glossary.md that replaced each. */
const retired: Record<string, string> = {
  reach: 'scope',
  door: 'endpoints',
  mount: 'registerEndpoints',
  seat: 'slot',
  room: 'limit',
  away: 'reject',
  stranger: 'anonymous',
  strangers: 'anonymous',
  together: 'batch',
  gathering: 'batcher',
  briefly: 'cache',
  vitals: 'probes',
  care: 'maintenance',
  night: 'nightly',
  seal: 'encrypt',
  sealed: 'encrypted',
  sealer: 'cipher',
  sealing: 'encrypting',
  opener: 'decryptor',
  opening: 'decrypting',
  kept: 'stored',
  keeping: 'record',
  held: 'quarantined',
  placing: 'assigning',
  placed: 'assigned',
  unplaced: 'unassigned',
  telling: 'notify',
  told: 'notified',
  unasked: 'unconfirmed',
  look: 'hash',
  looks: 'hashes',
  strip: 'banner',
  strips: 'banners',
  asked: 'a name that says of what',
  written: 'a name that says of what',
  typed: 'a name that says of what',
  remember: 'audit',
}

/** The audit's seals and the table of sealing keys keep their names; `asked` of a field means that a form shows it. */
const allowed = new Set([
  'sealAudit',
  'firstSeal',
  'SealingKey',
  'SealingKeys',
  'sealingKeys',
  'sealingKeyNow',
  'rotateSealingKey',
  'activeSealingKey',
  'findSealingKey',
  'access/devices/sealing-keys.commands.ts',
  'askedFields',
  'isAsked',
  'isAskedLate',
  'unasked',
  'TypedForm',
  'typedForm',
  'reports/form/typed-form.pages.ts',
])

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const retiredIn = (name: string): string[] =>
  allowed.has(name)
    ? []
    : wordsOf(name).flatMap((word) => (Object.hasOwn(retired, word) ? [`${word} → ${retired[word]}`] : []))

const files = filesIn('src', '.ts').filter(
  (file) => !file.includes('generated') && !file.startsWith('sentences/') && !file.startsWith('processes/demo/data/'),
)

describe('a retired word', () => {
  it('is in no name of a file', () => {
    expect(files.flatMap((file) => retiredIn(file).map((word) => `${file}: ${word}`))).toEqual([])
  })

  it('is in no exported name', () => {
    const declared = /^export (?:default )?(?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm
    const exported = files.flatMap((file) =>
      [...read('src', file).matchAll(declared)].map(([, name]) => ({ file, name: name! })),
    )

    expect(exported.length).toBeGreaterThan(1500)
    expect(exported.flatMap(({ file, name }) => retiredIn(name).map((word) => `${file}: ${name}: ${word}`))).toEqual([])
  })
})
