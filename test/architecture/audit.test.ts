import { sourceFiles } from '../support/sources.ts'
