import { type Handset, onHandset, type Portal } from './browser-phone.ts'
import type { Change } from './changes.ts'
import type { Fault } from './faults.ts'
import type { Mutant } from './mutants.ts'

/** What stands between a phone and its server, and does not say so: the answers of a portal, of a proxy, of nobody. */
const portals: Portal[] = [
  { status: 200 },
  { status: 200, type: 'application/json', body: '{"ok":true}' },
  { status: 204, body: '' },
  { status: 302 },
  { status: 403 },
  { status: 404 },
  { status: 413 },
  { status: 502 },
  'nobody',
]

const reports = 4

async function underPortals(handset: Handset, rounds = 1): Promise<void> {
  handset.portal('nobody')
  await handset.queue(reports)
  for (let round = 0; round < rounds; round += 1) {
    for (const one of portals) {
      handset.portal(one)
      await handset.tryOnce()
      // One that is gone shows enough.
      if ((await handset.waiting()).length < reports) return
    }
  }
}

export async function arrive(handset: Handset): Promise<void> {
  handset.portal()
  for (let tries = 0; tries < 10 && (await handset.waiting()).length > 0; tries += 1) await handset.tryOnce()
}

async function signOut({ page }: Handset): Promise<void> {
  await page.evaluate(
    `fetch('/keluar', { method: 'POST', redirect: 'manual' }).then(() => new Promise((go) => setTimeout(go, 500)))`,
  )
}

export const portal: Fault = {
  name: 'F10',
  what: 'a captive portal, an error page of a proxy, a refusal, nobody',
  run: async () => {
    const { sends, lost, doubled, left } = await onHandset({
      tell: async (handset) => {
        await underPortals(handset, 2)
        await arrive(handset)
      },
    })
    return {
      figure: `${portals.length * 2} false answers to ${sends} waiting reports: ${lost.length} deleted, ${left} left over at the end`,
      violations: [...lost, ...doubled, ...(left > 0 ? [`${left} never arrived`] : [])],
    }
  },
}

export const leaving: Fault = {
  name: 'F23',
  what: 'sign-out with reports that wait',
  run: async () => {
    const { sends, lost } = await onHandset({
      tell: async (handset) => {
        handset.portal('nobody')
        await handset.queue(5)
        await signOut(handset)
      },
    })
    return { figure: `${sends} reports waiting at sign-out: ${lost.length} deleted`, violations: lost }
  },
}

const onPhone = (name: string, what: string, phone: Change[], rounds = 1): Mutant => ({
  name,
  what,
  run: async () => {
    const { lost } = await onHandset({ phone, tell: (handset) => underPortals(handset, rounds) })
    return lost
  },
})

const drain = 'phone/drain.ts'
const asked = 'if (!isAccepted(answer, report)) return failed(answer)\n  await keepClock'
/** How a phone that is wrong forgets a report: as if all of it had arrived. */
const forget = `await keepReceipt(report, { id: report.id, digest: report.digest, photos: {}, number: '', code: '', at: '', mac: '', state: 'filed' } as unknown as Receipt)`

const clearing: Change[] = [{ file: 'platform/http/send.js', find: `'"cache"'`, put: `'"cache", "storage"'` }]

export const phoneMutants: Mutant[] = [
  onPhone('M4', 'deletes from the queue on any 200', [
    { file: drain, find: asked, put: `if (answer?.status === 200) { ${forget}; return 'sent' }\n  ${asked}` },
  ]),
  onPhone('M7', 'drops what is answered with 4xx', [
    {
      file: drain,
      find: asked,
      put: `if (answer && answer.status >= 400 && answer.status < 500) { ${forget}; return 'sent' }\n  ${asked}`,
    },
  ]),
  {
    name: 'M8',
    what: 'Clear-Site-Data: "storage" at sign-out',
    changes: clearing,
    run: async () => {
      const { lost } = await onHandset({
        server: clearing,
        tell: async (handset) => {
          handset.portal('nobody')
          await handset.queue(2)
          await signOut(handset)
        },
      })
      return lost
    },
  },
  onPhone(
    'M10',
    'gives up after five tries',
    [
      {
        file: drain,
        find: asked,
        put: `if (!isAccepted(answer, report) && report.tries >= 5) { ${forget}; return 'sent' }\n  ${asked}`,
      },
    ],
    3,
  ),
]
