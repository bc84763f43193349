import type { IncomingMessage } from 'node:http'

/** The page of a rejected request, as HTML in the reader's language. */
export type BusyPage = (req: IncomingMessage, why: 'send' | 'signIn' | 'read' | 'slow') => string
