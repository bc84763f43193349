import { photo } from '../../test/support/filing.ts'
import { sendPastSession } from '../../test/support/no-script.ts'
import { launchBrowser, signIn } from './browsing.ts'
import { Chance } from './chance.ts'
import type { Fault, Found } from './faults.ts'
import { scaled } from './scale.ts'
import { inService, type Service } from './service.ts'

const times = scaled(100)

async function pastSessions({ fleet, client, officers }: Service): Promise<Found> {
  const { nrp } = officers[0]!
  const browser = await launchBrowser()
  const chance = new Chance(16)
  const violations: string[] = []
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: `http://localhost:${fleet.port}` })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    await signIn(page, officers[0]!)
    for (let at = 0; at < times; at += 1) {
      const line = chance.words(8)
      const id = await sendPastSession(page, {
        nrp,
        line,
        photo: await photo(),
        expire: () => client.query('DELETE FROM session'),
      })
      const { rows } = await client.query<{ line: string; photos: number }>(
        `SELECT answers ->> 'kilat' AS line, (SELECT count(*)::int FROM photo WHERE report_id = id) AS photos FROM report WHERE id = $1`,
        [id],
      )
      if (rows[0]?.line !== line || rows[0].photos !== 1)
        violations.push(`${id}: ${JSON.stringify(rows[0] ?? 'is not there')}`)
    }
  } finally {
    await browser.close()
  }
  return { figure: `${times - violations.length} of ${times}: words and photo survive the sign-in`, violations }
}

/** F16: the session ends while somebody without script fills in a form. */
export const noScript: Fault = {
  name: 'F16',
  what: 'the session ends in the middle of a form, without script',
  run: () => inService(pastSessions),
}
