import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Client } from 'pg'
import { root } from '../../src/platform/config/config.ts'
import { quantile } from '../bench/database.ts'
import type { CrowdOrder, CrowdResult } from './crowd-load.ts'
import { onScene, type Scene, untilCalm } from './crowd-scene.ts'
import type { Fault, Found } from './faults.ts'

const [calmMs, stormMs, times] = [5000, 10_000, 10]
const envelopeCount = 8000
const leastGoodput = 0.8

async function crowd(order: CrowdOrder): Promise<CrowdResult> {
  const child = fork(`${root}lab/faults/crowd-load.ts`, { execArgv: ['--import', 'tsx'] })
  child.send(order)
  const [result] = await once(child, 'message')
  return result as CrowdResult
}

const idOf = (envelope: string): string =>
  (JSON.parse(Buffer.from(envelope.split('.')[1]!, 'base64url').toString()) as { id: string }).id

async function overload({ fleet, client, envelopes }: Scene): Promise<Found> {
  const { port } = fleet
  const [calmly, all] = [envelopes(4000), envelopes(envelopeCount)]
  const calm = await crowd({ port, envelopes: calmly, ms: calmMs })
  const capacity = calm.accepted.length / calm.seconds
  const storm = await crowd({ port, envelopes: all, ms: stormMs, perSecond: capacity * times })
  const recoveredMs = await untilCalm(port)
  const goodput = storm.accepted.length / storm.seconds / capacity
  const receipts = [...calm.accepted.map((at) => idOf(calmly[at]!)), ...storm.accepted.map((at) => idOf(all[at]!))]
  const { lost, doubled } = await afterwards(client, receipts)
  return {
    figure: [
      `capacity ${capacity.toFixed(0)}/s; goodput ${(goodput * 100).toFixed(0)} % of it under ${times} ×`,
      `p99 of accepted ${quantile(storm.times, 0.99).toFixed(0)} ms`,
      `calm again after ${Math.round(recoveredMs)} ms`,
      `${receipts.length} accepted: ${lost} lost, ${doubled} doubled`,
      `answers ${JSON.stringify(storm.statuses)}`,
    ].join('; '),
    violations: [
      ...(goodput < leastGoodput ? [`goodput is ${goodput.toFixed(2)} of capacity`] : []),
      ...(lost > 0 ? [`${lost} lost`] : []),
      ...(doubled > 0 ? [`${doubled} doubled`] : []),
      ...(fleet.ownExits > 0 ? ['the application ended by itself'] : []),
    ],
  }
}

async function afterwards(client: Client, receipts: string[]): Promise<{ lost: number; doubled: number }> {
  const { rows } = await client.query<{ lost: number; doubled: number }>(
    `SELECT
       (SELECT count(*)::int FROM unnest($1::uuid[]) AS receipt (id) WHERE NOT EXISTS (
         SELECT FROM report JOIN audit_entry ON action = 'report.filed' AND subject = report.id::text
         WHERE report.id = receipt.id)) AS lost,
       (SELECT (count(*) - count(DISTINCT answers ->> 'materi'))::int FROM report)
       + (SELECT (count(*) - count(DISTINCT subject))::int FROM audit_entry WHERE action = 'report.filed') AS doubled`,
    [receipts],
  )
  return rows[0]!
}

export const crowded: Fault = {
  name: 'F17',
  what: 'ten times the capacity, for ten seconds',
  run: () => onScene(overload),
}
