/** Ends the run with one line for people and machines: `312 passed, 0 failed`. A file that could not run is a failure. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const unrun = results.testResults.filter(({ testExecError }) => testExecError).length
    const counts = [`${results.numPassedTests} passed`, `${results.numFailedTests + unrun} failed`]
    const skipped = results.numPendingTests + results.numTodoTests
    if (skipped > 0) counts.push(`${skipped} skipped`)
    // Jest's own summary and the teardown come later; the count is the last word.
    process.once('exit', () => process.stdout.write(`\n${counts.join(', ')}\n`))
  }
}
