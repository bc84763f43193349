import { type Change, changed } from './changes.ts'
import { violationsIn } from './f01-kills.ts'
import type { Fault } from './faults.ts'
import { scaled } from './scale.ts'
import { campaign } from './sending.ts'

const filing = 'reports/record/filing.commands.js'
const statement = 'export function fileReports(tx, filings) {'
const theSend = 'if (await fileReport(tx, { ...filing, ...kept }))'
const photos = 'const results = await Promise.all(files.map('
const die = `process.kill(process.pid, 'SIGKILL')`
/** So often that each point is died at some fifty times. */
const by = (share: number) => `Math.random() < ${share}`

/** Where the application dies. What is delivered knows nothing of it: the lines are put in as it is loaded. */
export const named: Record<string, Change> = {
  'before the statement': { file: filing, find: statement, put: `${statement} if (${by(0.5)}) ${die};` },
  'in the statement': {
    file: filing,
    find: statement,
    put: `${statement} if (${by(0.6)}) setTimeout(() => ${die}, 2);`,
  },
  'after the commit, before the answer': {
    file: 'officers/filing/filing.js',
    find: theSend,
    put: theSend.replace('kept }))', `kept }) && !(${by(0.9)} && ${die}))`),
  },
  'while photos are drawn': {
    file: 'reports/form/photo.validation.js',
    find: photos,
    put: `if (files.length > 0 && ${by(0.25)}) setTimeout(() => ${die}, 5);\n    ${photos}`,
  },
}

/** F3: the process dies at a named point, again and again. */
export const points: Fault = {
  name: 'F3',
  what: 'death at a named point',
  run: async () => {
    const figures: string[] = []
    const violations: string[] = []
    for (const [name, change] of Object.entries(named)) {
      const outcome = await campaign({
        sends: scaled(60),
        appKills: 0,
        databaseKills: 0,
        photos: 0.8,
        ...changed([change]),
      })
      figures.push(`${outcome.deaths} × ${name}`)
      violations.push(...violationsIn(outcome))
    }
    return { figure: `${figures.join(', ')}: ${violations.length} violations`, violations }
  },
}
