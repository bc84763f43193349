import { figureOf, type Tally } from './f01-kills.ts'
import { type Fault, faults, onDemand } from './faults.ts'
import { mutants } from './mutants.ts'

/**
 * npm run faults [-- F1 F7 M3]: breaks what can be broken under the real application and says what it found. Without names
 * all of it runs. BOS_FAULTS_SHARE=0.1 takes a tenth of the counts.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const wanted = process.argv.slice(2)
const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.includes(name)

const known = [...faults, ...onDemand, ...mutants].map(({ name }) => name)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) throw new Error(`${unknown.join(' ')} is none of ${known.join(' ')}`)

let faulty = 0
const tallies: Tally[] = []
const chosen: Fault[] = [...faults.filter(isWanted), ...onDemand.filter(({ name }) => wanted.includes(name))]
for (const { name, what, run } of chosen) {
  const started = performance.now()
  const { figure, violations, tally } = await run()
  faulty += violations.length
  if (tally) tallies.push(tally)
  say(`${name} ${what}: ${figure} (${Math.round((performance.now() - started) / 1000)} s)`)
  for (const violation of violations.slice(0, 10)) say(`   ! ${violation}`)
}
const tried = mutants.filter(isWanted)
let caught = 0
for (const { name, what, run } of tried) {
  const started = performance.now()
  const violations = await run()
  caught += violations.length > 0 ? 1 : 0
  const found = violations.length > 0 ? `caught, ${violations.length} violations` : 'NOT CAUGHT'
  say(`${name} ${what}: ${found} (${Math.round((performance.now() - started) / 1000)} s)`)
}
const sum = (figure: keyof Tally) => tallies.reduce((whole, tally) => whole + tally[figure], 0)
if (tallies.length > 0)
  say(figureOf({ sends: sum('sends'), kills: sum('kills'), lost: sum('lost'), doubled: sum('doubled') }))
if (tried.length > 0) say(`${caught} of ${tried.length} mutants caught`)
process.exit(faulty > 0 || caught < tried.length ? 1 : 0)
