// A file of its own in what is delivered: it is fetched when somebody first searches, from the service worker's store
// where there is no network.
import { meantBy } from '../../officers/register/searching.ts'
import { soughtIn } from '../../officers/register/sought.ts'
import type { ListedEntry } from './entries.ts'

/** Those that are meant by what was typed, as the server's search finds them. */
export const matching = (entries: ListedEntry[], question: string): ListedEntry[] =>
  meantBy(
    question,
    entries.map((entry) => {
      const { rt = null, rw = null } = soughtIn(entry.place)
      return { entry, name: entry.name, rt, rw }
    }),
  ).map(({ entry }) => entry)
