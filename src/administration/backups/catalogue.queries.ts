import type { Client } from 'pg'

/** Sessions and sign-in budgets are of the moment: a restored one would let somebody in who has signed out. */
const leftOut = ['session', 'rate_limit', '_prisma_migrations']

export interface Table {
  name: string
  /** Those that are not computed by the database, quoted. */
  columns: string
  needs: string[]
}

/** Every table with what it refers to, so that it can be filled after that. */
export async function tablesInOrder(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT quote_ident(c.relname) AS name,
       (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       ARRAY(SELECT DISTINCT quote_ident(f.relname) FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
        WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     ORDER BY c.relname`,
    [leftOut],
  )
  return inOrder(rows)
}

function inOrder(tables: Table[]): Table[] {
  const placed = new Set<string>()
  const order: Table[] = []
  while (order.length < tables.length) {
    const next = tables.find(({ name, needs }) => !placed.has(name) && needs.every((one) => placed.has(one)))
    if (!next) throw new Error('Tables refer to each other in a circle: no order can fill them')
    placed.add(next.name)
    order.push(next)
  }
  return order
}

export async function sequencesOf(client: Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT quote_ident(sequencename) AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  return rows
}

export async function lastMigration(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return rows[0]!.name
}

export async function chainHeadOf(client: Client): Promise<{ ordinal: number; hash: string } | null> {
  const { rows } = await client.query<{ ordinal: number; hash: string }>(
    "SELECT ordinal::int, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY ordinal DESC LIMIT 1",
  )
  return rows[0] ?? null
}

/** Whether the database holds no table yet. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  )
  return rows[0]!.n === 0
}
