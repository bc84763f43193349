// Applies what is missing to the database of DATABASE_URL, as a start of the application does, and says when it begins.
const { migrate } = await import('../../../dist/platform/db/migrate.js')

process.stdout.write('migrating')
await migrate(process.env.DATABASE_URL)
process.exit(0)
