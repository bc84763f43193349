/** One run for all kinds of tests; the files of a kind lie in one folder. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' }],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  // One more than two cores: a test in a browser waits now and then, and another is at work meanwhile.
  maxWorkers: 3,
  testTimeout: 60_000,
  watchman: false,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
}
