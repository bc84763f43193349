/** One run for all kinds of tests; the files of a kind lie in one folder. Those of `test/long` have a run of their own. */
export const settings = {
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, sourceMaps: 'inline' }],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/support/reporter.mjs'],
  // One more than two cores: a test in a browser waits now and then, and another is at work meanwhile.
  maxWorkers: 3,
  testTimeout: 60_000,
  watchman: false,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
}

export default { ...settings, testMatch: ['<rootDir>/test/!(long)/**/*.test.ts', '<rootDir>/test/*.test.ts'] }
