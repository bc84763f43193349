import { Client } from 'pg'
import { type Change, changed } from './changes.ts'
import { phoneMutants } from './phone-mutants.ts'
import { type Campaign, campaign, type Outcome } from './sending.ts'

/** A server, or a phone, that is wrong on purpose, and the run in which the oracle must see it. */
export interface Mutant {
  name: string
  what: string
  /** Of the built application; none where another part is wrong. */
  changes?: Change[]
  /** The violations that the oracle found of the kind that this fault must lead to. */
  run: () => Promise<string[]>
}

const filing = 'reports/record/filing.commands.js'
const theSend = 'if (await fileReport(tx, { ...filing, ...kept }))'
const before = 'export function fileReports(tx, filings) {'

/** The statement without a part of it, which follows a moment later in one of its own. */
const inTwo = (without: Change[], later: string): Change[] => [
  ...without,
  {
    file: filing,
    find: before,
    put: `export async function fileReports(tx, filings) {
  const filed = await fileWhole(tx, filings)
  const ids = filed.map(({ id }) => id)
  ${later}
  return filed
}
function fileWhole(tx, filings) {`,
  },
]

const server = (
  name: string,
  what: string,
  { changes, plan = {}, kind }: { changes: Change[]; plan?: Partial<Campaign>; kind: (outcome: Outcome) => string[] },
): Mutant => ({
  name,
  what,
  changes,
  run: async () => kind(await campaign({ sends: 240, appKills: 12, databaseKills: 6, ...plan, ...changed(changes) })),
})

const saying = (words: RegExp) => (outcome: Outcome) => outcome.wrong.filter((one) => words.test(one))

async function dropKey(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('ALTER TABLE report DROP CONSTRAINT report_pkey CASCADE')
  await client.end()
}

export const serverMutants: Mutant[] = [
  server('M1', 'looks whether it is there, then inserts', {
    changes: [{ file: filing, find: 'ON CONFLICT (id) DO NOTHING', put: '' }],
    plan: { appKills: 2, databaseKills: 2, talks: 0, photos: 0, doubleTaps: 0.5, prepare: dropKey },
    kind: ({ doubled }) => doubled,
  }),
  server('M2', 'answers before the commit', {
    changes: [
      {
        file: 'officers/filing/filing.js',
        find: theSend,
        put: `setTimeout(() => void fileReport(tx, { ...filing, ...kept }).catch(() => undefined), 40);\n    if (true)`,
      },
    ],
    kind: ({ lost }) => lost.filter((one) => one.includes('said to be taken')),
  }),
  server('M3', 'synchronous_commit = off', {
    changes: [
      {
        file: 'platform/db/connect.js',
        find: '-c statement_timeout=${statementMs}',
        put: '-c synchronous_commit=off -c statement_timeout=${statementMs}',
      },
      { file: 'platform/db/durability.js', find: 'if (faults.length > 0)', put: 'if (false)' },
    ],
    plan: { appKills: 0, databaseKills: 12, talks: 0, photos: 0 },
    kind: ({ lost }) => lost.filter((one) => one.includes('said to be taken')),
  }),
  server('M5', 'takes a new id at each try', {
    changes: [
      {
        file: 'reports/form/filing.validation.js',
        find: "const id = String(sent.laporanId ?? '').toLowerCase();",
        put: 'const id = crypto.randomUUID();',
      },
    ],
    plan: { appKills: 2, databaseKills: 2, talks: 0, photos: 0, cutAnswers: 0.2 },
    kind: ({ doubled }) => doubled,
  }),
  server('M6', 'commits the photos after the receipt', {
    changes: inTwo(
      [
        { file: filing, find: 'ON parked.report_id = filed.id AND', put: 'ON false AND' },
        { file: filing, find: 'AND parked.report_id = filed.id', put: 'AND false' },
      ],
      `setTimeout(() => void tx.$executeRaw\`
    INSERT INTO photo (report_id, ordinal, hash, body, width, height, look)
    SELECT report_id, row_number() OVER (PARTITION BY report_id ORDER BY parked_at), hash, body, width, height, look
    FROM parked_photo WHERE report_id = ANY (\${ids}::uuid[])\`.catch(() => undefined), 40)`,
    ),
    plan: { photos: 1 },
    kind: saying(/its photos are none/),
  }),
  server('M9', 'writes the audit in a second transaction', {
    changes: inTwo(
      [
        {
          file: filing,
          find: 'FROM filed JOIN incoming USING (id)\n    ), announced',
          put: 'FROM filed JOIN incoming USING (id) WHERE false\n    ), announced',
        },
      ],
      `await new Promise((settle) => setTimeout(settle, 20))
  await tx.$executeRaw\`
    INSERT INTO audit_entry (at, actor_id, action, subject, details)
    SELECT arrived_at, author_id, 'report.filed', id::text, '{}' FROM report WHERE id = ANY (\${ids}::uuid[])\``,
    ),
    kind: saying(/0 audit entries/),
  }),
]

const numberOf = ({ name }: Mutant) => Number(name.slice(1))

export const mutants: Mutant[] = [...serverMutants, ...phoneMutants].sort((a, b) => numberOf(a) - numberOf(b))
