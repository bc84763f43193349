import { Client } from 'pg'

/** The villages of the test polsek, and what lies above them: a handful of the 83,000. */
export const areas: readonly [code: string, name: string][] = [
  ['32', 'Jawa Barat'],
  ['32.74', 'Kota Cirebon'],
  ['32.74.05', 'Kesambi'],
  ['32.74.05.1001', 'Pekiringan'],
  ['32.74.05.1002', 'Sunyaragi'],
  ['32.74.05.1004', 'Drajat'],
  ['32.09', 'Kabupaten Cirebon'],
  ['32.09.12', 'Mundu'],
  ['32.09.12.2001', 'Setupatok'],
  ['32.09.12.2002', 'Penpen'],
  ['32.10', 'Majalengka'],
  ['32.10.01', 'Lemahsugih'],
  ['32.10.01.2001', 'Cipasung'],
]

export async function loadAreas(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const [code, name] of areas) await client.query('INSERT INTO area (code, name) VALUES ($1, $2)', [code, name])
  } finally {
    await client.end()
  }
}
