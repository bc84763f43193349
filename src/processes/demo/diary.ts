import { addDays, type Day, dayIn, timeIn } from '../../kernel/days.ts'
import type { Filing } from '../../reports/record/index.ts'
import type { Addition, Closing, Description, Recall } from './after-filing.commands.ts'
import type { Completion, NihilDay } from './briefs.commands.ts'
import type { Cancellation, Correction, Decision } from './history.commands.ts'
import type { Picture } from './pictures.ts'

/** What happens in one stretch of time, in the order in which one thing can follow from another. */
export interface Page {
  filed: { filing: Filing; pictures: readonly Picture[] }[]
  nihil: NihilDay[]
  completed: Completion[]
  decided: Decision[]
  corrected: Correction[]
  decidedAgain: Decision[]
  cancelled: Cancellation[]
  described: Description[]
  recalled: Recall[]
  resent: Correction[]
  supplemented: Addition[]
  closed: Closing[]
}

const emptyPage = (): Page => ({
  filed: [],
  nihil: [],
  completed: [],
  decided: [],
  corrected: [],
  decidedAgain: [],
  cancelled: [],
  described: [],
  recalled: [],
  resent: [],
  supplemented: [],
  closed: [],
})

export interface Diary {
  on: (at: Date) => Page
  /** The pages of a day, taken out, the earlier first. */
  take: (day: Day) => Page[]
}

/**
 * A page for each day; for each hour of the last two, so that what was written down last also reads in the order in
 * which it happened.
 */
export function diaryUntil(today: Day, timeZone: string): Diary {
  const pages = new Map<string, Page>()
  const isRecent = (day: Day) => day >= addDays(today, -1)
  const nameOf = (at: Date) => {
    const day = dayIn(timeZone, at)
    return isRecent(day) ? `${day} ${timeIn(timeZone, at).slice(0, 2)}` : day
  }
  return {
    on: (at) => {
      const name = nameOf(at)
      const page = pages.get(name) ?? emptyPage()
      pages.set(name, page)
      return page
    },
    take: (day) => {
      const names = [...pages.keys()].filter((name) => name.startsWith(day)).sort()
      const taken = names.map((name) => pages.get(name)!)
      for (const name of names) pages.delete(name)
      return taken
    },
  }
}
