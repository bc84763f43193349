import { Client } from 'pg'
import { store } from './store.ts'

const urlOf = (database: string) => {
  const url = new URL(store.url)
  url.pathname = `/${database}`
  return url.toString()
}

const asSuperuser = async (sql: string) => {
  const client = new Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** An empty database for a moment. */
export async function inScratch<T>(use: (url: string) => Promise<T>): Promise<T> {
  const name = `scratch_${process.env.JEST_WORKER_ID}`
  await asSuperuser(`DROP DATABASE IF EXISTS ${name}`)
  await asSuperuser(`CREATE DATABASE ${name}`)
  try {
    return await use(urlOf(name))
  } finally {
    await asSuperuser(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}
