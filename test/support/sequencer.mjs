import Sequencer from '@jest/test-sequencer'

/** What takes long comes first: else the last worker is alone with it in the end. A clone has no times of earlier runs. */
const order = [
  ...['test/faults.test.ts', 'test/e2e/pages.', 'test/e2e/offline-forms', 'test/e2e/every-type', 'test/e2e/'],
  ...['test/integration/fence', 'test/integration/intake', 'test/property/report-types', 'test/integration/bad-input'],
  ...['test/integration/', 'test/property/'],
]

const rank = ({ path }) => {
  const at = order.findIndex((part) => path.includes(part))
  return at === -1 ? order.length : at
}

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests)
    return [...usual].sort((one, other) => rank(one) - rank(other))
  }
}
