import { adoptContents } from '../../src/administration/audit/adopt.commands.ts'
import { sealAudit } from '../../src/administration/audit/chain.commands.ts'
import { type CheckCursor, cursorAtStart, headDigits } from '../../src/administration/audit/check-cursor.queries.ts'
import { checkNext } from '../../src/administration/audit/check-steps.queries.ts'
import { faultLine } from '../../src/administration/audit/fault.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { appendAudit } from '../../src/platform/db/audit-entry.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { scene } from '../support/scene.ts'
import { secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const key = cipherOf(secrets.data)
const now = new Date('2026-11-24T02:45:00Z')

async function checked(head = '', db = store.db): Promise<CheckCursor> {
  let cursor = await cursorAtStart(db)
  while (cursor.phase !== 'done') cursor = await checkNext({ db, cipher: key, head }, cursor)
  return cursor
}

const found = async (head = '') => (await checked(head)).faults.map(faultLine)

/** What an attacker can do who has the database, but not the key: no trigger stands in the way. */
async function inTheDatabase(sql: string, ...values: unknown[]): Promise<void> {
  await store.db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    await tx.$executeRawUnsafe(sql, ...values)
  })
}

/** Three talks: one verified with a note added, one returned and corrected, one just filed; all of it sealed. */
async function threeTalks(people: Cast) {
  const { as } = site(store)
  await adoptContents(store.db, key, now, 0)
  const [budi, agus] = [await as(people.budi), await as(people.agus)]
  const [verified, corrected, filed] = [
    await filedTalk(store, people.budi, { photos: 2 }),
    await filedTalk(store, people.budi),
    await filedTalk(store, people.budi),
  ]
  await agus.post(`/laporan/${verified.id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)
  const note = { catatanId: '11111111-1111-4111-8111-111111111111', tambahan: 'Peserta membawa anak-anak mereka.' }
  await agus.post(`/laporan/${verified.id}/catatan`).type('form').send(note).expect(303)
  const back = { versi: '1', alasan: 'tidak-jelas', catatan: 'Sebutkan jumlah peserta.', isian: 'jumlahPeserta' }
  await agus.post(`/laporan/${corrected.id}/pengembalian`).type('form').send(back).expect(303)
  const mended = { jumlahPeserta: '40', catatan: 'Dihitung ulang dari daftar hadir' }
  await budi.post(`/laporan/${corrected.id}/perbaikan`).type('form').send(mended).expect(303)
  const head = (await sealAudit(store.db, key, now))!
  return { verified, corrected, filed, head: head.hash, ordinal: head.ordinal, as }
}

describe('the check of the chain and of what it covers', () => {
  it('finds nothing where all came through the application, and knows a head from outside', async () => {
    const { head } = await threeTalks(await cast(store.db))

    const cursor = await checked(head.slice(0, 32))

    expect(cursor).toMatchObject({ faultCount: 0, isKnownSeen: true, isBegun: true, hash: head })
    expect(cursor.done).toEqual({ entries: await store.db.auditEntry.count(), reports: 3, photos: 4, nihil: 0 })
  })

  it('finds nothing after every kind of act, from phones and from forms', async () => {
    await adoptContents(store.db, key, now, 0)
    await scene(await cast(store.db))
    await sealAudit(store.db, key, now)

    const cursor = await checked()

    expect(cursor.faults.map(faultLine)).toEqual([])
    expect(cursor.done.reports).toBe(await store.db.report.count())
  })

  it.each([
    ['answers', `UPDATE report SET answers = answers || '{"jumlahPeserta": 26}'`, 'answers changed'],
    ['a state', `UPDATE report SET state = 'cancelled'`, 'state changed'],
    ['a deadline', `UPDATE report SET due_at = due_at + interval '1 day'`, 'columns changed'],
    ['the author', `UPDATE report SET author_id = (SELECT id FROM person WHERE nrp = '90050113')`, 'columns changed'],
    ['the time of writing', `UPDATE report SET written_at = written_at - interval '1 day'`, 'writtenAt changed'],
    ['a number', `UPDATE report SET number = 'LK/1/X/I/2026'`, 'number changed'],
  ])('names the report whose row was changed: %s', async (_, sql, said) => {
    const { verified } = await threeTalks(await cast(store.db))

    await inTheDatabase(`${sql} WHERE id = $1::uuid`, verified.id)

    const number = said.startsWith('number') ? 'LK/1/X/I/2026' : verified.number
    expect(await found()).toEqual([`report ${number} (${verified.id}): ${said}`])
  })

  it.each([
    ['a decision', 'UPDATE review SET note = $2 WHERE report_id = $1::uuid', 'decision changed'],
    [
      'who decided',
      'UPDATE review SET reviewer_id = author_id FROM report WHERE report.id = report_id AND report_id = $1::uuid AND $2 <> $3',
      'decision changed',
    ],
    ['a decision that is gone', "DELETE FROM review WHERE report_id = $1::uuid AND $2 <> ''", 'decision changed'],
    ['an addendum', 'UPDATE addendum SET body = $2 WHERE report_id = $1::uuid', 'addendum changed'],
    ['an addendum that is gone', "DELETE FROM addendum WHERE report_id = $1::uuid AND $2 <> ''", 'addendum changed'],
    [
      'a photo that is gone',
      "DELETE FROM photo WHERE report_id = $1::uuid AND ordinal = 2 AND $2 <> ''",
      'photos changed',
    ],
    [
      'photos in another order',
      "UPDATE photo SET ordinal = 3 WHERE report_id = $1::uuid AND ordinal = 1 AND $2 <> ''",
      'photos changed',
    ],
    ['sealed answers put in', 'INSERT INTO sealed_answers VALUES ($1::uuid, 1, $2::text::bytea)', 'source changed'],
    [
      'a result put in',
      "INSERT INTO follow_up_result SELECT id, 'selesai', $2, author_id, arrived_at FROM report WHERE id = $1::uuid",
      'outcome changed',
    ],
  ])('names the report of %s', async (_, sql, said) => {
    const { verified } = await threeTalks(await cast(store.db))

    await inTheDatabase(sql, ...[verified.id, 'diubah', 'x'].slice(0, sql.includes('$3') ? 3 : 2))

    expect(await found()).toEqual([`report ${verified.number} (${verified.id}): ${said}`])
  })

  it('names the report of an earlier version that was changed, and of its photo', async () => {
    const { corrected } = await threeTalks(await cast(store.db))

    await inTheDatabase(`UPDATE report_version SET answers = answers || '{"tema": "lalin"}', photos = '{}'`)

    const report = `report ${corrected.number} (${corrected.id})`
    expect(await found()).toEqual([`${report}: answers changed`, `${report}: photos changed`])
  })

  it('names both of two reports whose answers and decisions were exchanged', async () => {
    const { verified, corrected } = await threeTalks(await cast(store.db))
    const both = [verified, corrected].map(({ id }) => `'${id}'`).join(', ')
    const other = (id: string) =>
      `CASE ${id} WHEN '${verified.id}' THEN '${corrected.id}' ELSE '${verified.id}' END::uuid`

    await inTheDatabase(
      `UPDATE report r SET answers = o.answers FROM report o WHERE r.id IN (${both}) AND o.id = ${other('r.id')}`,
    )
    await inTheDatabase(
      `UPDATE review r SET decision = o.decision, reason = o.reason, note = o.note FROM review o
       WHERE r.report_id IN (${both}) AND o.report_id = ${other('r.report_id')}`,
    )

    const said = await found()
    for (const { number, id } of [verified, corrected])
      for (const part of ['answers', 'decision']) expect(said).toContain(`report ${number} (${id}): ${part} changed`)
  })

  it('names a photo whose bytes were exchanged', async () => {
    const { verified } = await threeTalks(await cast(store.db))
    await inTheDatabase(`UPDATE photo SET body = '\\x00' WHERE report_id = $1::uuid AND ordinal = 1`, verified.id)

    expect(await found()).toEqual([expect.stringMatching(/^report .*: photo [0-9a-f]{12} changed$/)])
  })

  it('names a report that was removed, and one that was put in', async () => {
    const { filed, verified } = await threeTalks(await cast(store.db))
    await inTheDatabase('DELETE FROM report WHERE id = $1::uuid', filed.id)
    await inTheDatabase(
      `INSERT INTO report (id, number, check_code, type_key, type_version, author_id, unit_path, village_code, occurred_on, occurred_at,
         written_at, arrived_at, due_at, answers, digest)
       SELECT '22222222-2222-4222-8222-222222222222', 'LK/999', check_code, type_key, type_version, author_id, unit_path, village_code,
         occurred_on, occurred_at, written_at, arrived_at, due_at, answers, digest FROM report WHERE id = $1::uuid`,
      verified.id,
    )

    expect(await found()).toEqual([
      expect.stringMatching(`^report ${filed.number} \\(${filed.id}\\): removed, told by entry \\d+$`),
      'report LK/999 (22222222-2222-4222-8222-222222222222): inserted',
    ])
  })

  it('names entries that were changed, removed, exchanged or put in, and each of them', async () => {
    const { verified } = await threeTalks(await cast(store.db))
    const entries = await store.db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    const [first, second, third, fourth] = entries.slice(1)

    await inTheDatabase(`UPDATE audit_entry SET actor_id = NULL WHERE id = ${first!.id}`)
    await inTheDatabase(
      `UPDATE audit_entry SET at = CASE id WHEN ${second!.id} THEN now() ELSE at END WHERE id IN (${second!.id}, ${third!.id})`,
    )
    await inTheDatabase(`DELETE FROM audit_entry WHERE id = ${fourth!.id}`)
    await inTheDatabase(
      `INSERT INTO audit_entry (at, action, subject) VALUES (now(), 'report.verified', '${verified.id}')`,
    )
    await sealAudit(store.db, key, now)

    const said = (await found()).filter((line) => line.startsWith('entry')).join('\n')
    expect(said).toMatch(new RegExp(`entry ${first!.id} .*: changed`))
    expect(said).toMatch(new RegExp(`entry ${second!.id} .*: changed`))
    expect(said).toMatch(new RegExp(`entry ${fourth!.id} .*: missing`))
    expect(said).toMatch(/entry \d+ \(link \d+\): inserted/)
  })

  it('names links that were exchanged or taken out', async () => {
    const { ordinal } = await threeTalks(await cast(store.db))
    await inTheDatabase(`UPDATE audit_seal SET entry_id = -entry_id WHERE ordinal IN (2, 3)`)
    await inTheDatabase(
      `UPDATE audit_seal SET entry_id = (SELECT -entry_id FROM audit_seal o WHERE o.ordinal = 5 - audit_seal.ordinal) WHERE ordinal = 2`,
    )
    await inTheDatabase(`DELETE FROM audit_seal WHERE ordinal = ${ordinal - 2}`)

    const said = (await found()).join('\n')

    expect(said).toMatch(/\(link 2\): changed/)
    expect(said).toMatch(/\(link 3\): (changed|missing)/)
    expect(said).toMatch(new RegExp(`\\(link ${ordinal - 1}\\): gap`))
  })

  it('finds an end that was cut off only by the head from outside', async () => {
    const { head, filed } = await threeTalks(await cast(store.db))
    await inTheDatabase(
      `DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal ORDER BY ordinal DESC LIMIT 2)`,
    )
    await inTheDatabase(`DELETE FROM audit_seal WHERE ordinal > (SELECT max(ordinal) - 2 FROM audit_seal)`)

    expect((await found(head)).at(0)).toMatch(/^chain: the head from outside is not in it/)
    expect(await found()).not.toContain(expect.stringMatching('^chain'))
    expect(filed.number).not.toBe('')
  })

  it('finds a change that a later act of the application has told as it stood by then', async () => {
    const { verified, as } = await threeTalks(await cast(store.db))
    const agus = await as({ nrp: '82050377' })
    await inTheDatabase(`UPDATE report SET answers = answers || '{"tema": "lalin"}' WHERE id = $1::uuid`, verified.id)
    const note = { tambahan: 'Satu catatan lagi dari Kasat.', catatanId: '33333333-3333-4333-8333-333333333333' }
    await agus.post(`/laporan/${verified.id}/catatan`).type('form').send(note).expect(303)

    expect(await found()).toEqual([
      expect.stringMatching(`^report ${verified.number} .*: answers changed, told by entry \\d+$`),
    ])
  })

  it('finds an old entry that was put in again to take a report back', async () => {
    const { verified } = await threeTalks(await cast(store.db))
    await inTheDatabase(`UPDATE report SET state = 'submitted' WHERE id = $1::uuid`, verified.id)
    await inTheDatabase('DELETE FROM review WHERE report_id = $1::uuid', verified.id)
    await inTheDatabase('DELETE FROM addendum WHERE report_id = $1::uuid', verified.id)
    await inTheDatabase(
      `INSERT INTO audit_entry (at, actor_id, action, subject, details, request_id, content, stamp)
       SELECT at, actor_id, action, subject, details, request_id, content, stamp FROM audit_entry
       WHERE subject = $1 AND action = 'report.filed'`,
      verified.id,
    )
    await sealAudit(store.db, key, now)

    expect(await found()).toContainEqual(expect.stringMatching(/^entry \d+ .*: repeated$/))
  })

  it('verifies a report that was lawfully erased by the stub that stays', async () => {
    const { verified, head } = await threeTalks(await cast(store.db))
    await store.db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      await tx.$executeRaw`UPDATE report SET answers = '{}', narrative = '', sums = '{}' WHERE id = ${verified.id}::uuid`
      await tx.$executeRaw`DELETE FROM photo WHERE report_id = ${verified.id}::uuid`
      await tx.$executeRaw`DELETE FROM addendum WHERE report_id = ${verified.id}::uuid`
      await appendAudit(tx, key, [
        { at: now, action: 'content.erased', subject: verified.id, details: { rule: 'retensi' } },
      ])
    })
    await sealAudit(store.db, key, now)

    expect(await found(head)).toEqual([])

    await inTheDatabase(`UPDATE report SET answers = '{"tema": "lalin"}' WHERE id = $1::uuid`, verified.id)
    expect(await found(head)).toEqual([`report ${verified.number} (${verified.id}): answers changed`])
  })

  it('takes in what was there before, once and never again', async () => {
    const people = await cast(store.db)
    const before = await filedTalk(store, people.budi)
    await inTheDatabase('UPDATE audit_entry SET content = NULL, stamp = NULL')

    expect(await adoptContents(store.db, key, now, 0)).toBe(true)
    await sealAudit(store.db, key, now)
    expect(await found()).toEqual([])

    await inTheDatabase(`DELETE FROM audit_entry WHERE subject = '${before.id}'`)
    await adoptContents(store.db, key, now, 0)
    expect(await found()).toContainEqual(expect.stringMatching(/^report .*: inserted$/))
  })
})

describe('a nihil day', () => {
  /** Budi said it on two days and took the second one back. */
  async function twoDays() {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await adoptContents(store.db, key, now, 0)
    await (await as(people.budi)).post('/nihil').expect(303)
    await (await as(people.sari)).post('/nihil').expect(303)
    clock.set('2026-11-25T09:00:00+07:00')
    const budi = await as(people.budi)
    await budi.post('/nihil').expect(303)
    await budi.post('/nihil/pembatalan').expect(303)
    await sealAudit(store.db, key, now)
    return people
  }
  const said = (day: string, why: string) => [`nihil of NRP 84110021 on ${day}: ${why}`]

  it('matches what was said and taken back', async () => {
    await twoDays()

    const cursor = await checked()

    expect(cursor).toMatchObject({ faults: [], done: { nihil: 2 } })
  })

  it.each([
    ['its time', `UPDATE nihil SET filed_at = filed_at - interval '3 hours'`],
    ['its unit', `UPDATE nihil SET unit_path = '/jabar/cirebon-kota/mundu/'`],
  ])('is named when it was changed: %s', async (_, sql) => {
    const { budi } = await twoDays()

    await inTheDatabase(`${sql} WHERE person_id = $1::uuid`, budi.id)

    expect(await found()).toEqual(said('2026-11-24', 'changed'))
  })

  it('is named when it was removed, put in, or put in again after it was taken back', async () => {
    const { budi } = await twoDays()
    const put = `INSERT INTO nihil VALUES ($1::uuid, '%', '/jabar/cirebon-kota/kesambi/', now())`

    await inTheDatabase(put.replace('%', '2026-11-25'), budi.id)
    await inTheDatabase(put.replace('%', '2026-11-20'), budi.id)
    await inTheDatabase(`DELETE FROM nihil WHERE person_id = $1::uuid AND day = '2026-11-24'`, budi.id)

    expect(await found()).toEqual([
      ...said('2026-11-20', 'inserted'),
      ...said('2026-11-24', 'removed'),
      ...said('2026-11-25', 'inserted'),
    ])
  })

  it('and an entry about it that was put in with it are both named', async () => {
    const { budi } = await twoDays()
    await inTheDatabase(`DELETE FROM nihil WHERE person_id = $1::uuid`, budi.id)
    await inTheDatabase(
      `INSERT INTO audit_entry (at, actor_id, action, subject, details)
       SELECT at, actor_id, 'nihil.withdrawn', subject, details FROM audit_entry
       WHERE subject = $1 AND action = 'nihil.filed' ORDER BY id LIMIT 1`,
      budi.id,
    )
    await sealAudit(store.db, key, now)

    expect(await found()).toEqual([expect.stringMatching(/^entry \d+ .*: inserted$/), ...said('2026-11-24', 'removed')])
  })
})

describe('the digits of a head', () => {
  it.each([
    ['1234:9F3A 0C11 77AB DE01', '9f3a0c1177abde01'],
    ['12.345 · 9f3a-0c11-77ab-de01-aa', '9f3a0c1177abde01aa'],
    ['9f3a0c11', undefined],
    ['not a head at all, sir', undefined],
  ])('are read as people copy them: %s', (typed, digits) => {
    expect(headDigits(typed)).toBe(digits)
  })
})
