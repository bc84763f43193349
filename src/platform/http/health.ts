import type { Express } from 'express'
import type { Pool } from 'pg'

const patienceMs = 1500

/** `/livez`: the process turns. `/readyz`: the database answers too, on a pool that sends cannot fill. */
export function health(app: Express, pool: Pool): void {
  app.get('/livez', (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('ok')
  })
  app.get('/readyz', async (_req, res) => {
    const ready = await answersInTime(pool)
    res.status(ready && !app.get('leaving') ? 200 : 503)
    res
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(ready ? 'ok' : 'database does not answer')
  })
}

async function answersInTime(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((settle) => {
    timer = setTimeout(() => settle(false), patienceMs)
  })
  const asked = pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}
