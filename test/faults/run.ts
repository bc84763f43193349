import { faults } from './faults.ts'
import { mutants } from './mutants.ts'

/**
 * npm run faults [-- F1 F7 M3]: breaks what can be broken under the real application and says what it found. Without names
 * all of it runs, which takes the better part of an hour.
 */
const say = (line: string) => process.stdout.write(`${line}\n`)
const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

let sends = ''
let faulty = 0
for (const { name, what, run } of faults.filter(({ name: one }) => isWanted(one))) {
  const started = performance.now()
  const { figure, violations } = await run()
  faulty += violations.length
  if (name === 'F1') sends = figure
  say(`${name} ${what}: ${figure} (${Math.round((performance.now() - started) / 1000)} s)`)
  for (const violation of violations.slice(0, 10)) say(`   ! ${violation}`)
}
const tried = mutants.filter(({ name }) => isWanted(name))
let caught = 0
for (const { name, what, run } of tried) {
  const violations = await run()
  caught += violations.length > 0 ? 1 : 0
  say(`${name} ${what}: ${violations.length > 0 ? `caught, ${violations.length} violations` : 'NOT CAUGHT'}`)
}
if (sends) say(sends)
if (tried.length > 0) say(`${caught} of ${tried.length} mutants caught`)
process.exit(faulty > 0 || caught < tried.length ? 1 : 0)
