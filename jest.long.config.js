import { settings } from './jest.config.js'

/** What takes long: walks over every address, type and clock, corpora, and whole starts. */
export default { ...settings, testMatch: ['<rootDir>/test/long/*.test.ts'] }
