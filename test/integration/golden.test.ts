import { cipherOf } from '../../src/platform/cipher.ts'
import { decryptAnswers, reportLocation } from '../../src/reports/record/confidential.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { cast } from '../support/cast.ts'
import { type GoldenEnvelope, goldenEnvelopes, goldenPhone, goldenReleases, knowPhone } from '../support/golden.ts'
import { sendEnvelope, sendPhoto } from '../support/phone.ts'
import { roomy, type Site, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const day = 24 * 60

async function sendWhole({ app }: Site, { id, jws, photos }: GoldenEnvelope) {
  let { body } = await sendEnvelope(app, jws).expect(200)
  for (const [hash, text] of Object.entries(photos)) {
    const bytes = Buffer.from(text, 'base64')
    body = (await sendPhoto(app, id, { hash, bytes, size: bytes.length, key: '' }).expect(200)).body
  }
  return body
}

/** What has become of it, in the terms of its release. */
async function filedAs({ id, filed }: GoldenEnvelope) {
  const report = await store.db.report.findUniqueOrThrow({ where: { id }, include: { photos: true, sealed: true } })
  const { typeKey, state, writtenAt, photosAwaited, photosUnreadable, warnings, photos } = report
  const body = report.sealed[0]?.body
  const known = Object.keys(filed.answers)
  return {
    typeKey,
    state,
    writtenAt,
    photosAwaited,
    photosUnreadable,
    warnings,
    photos: photos.length,
    answers: Object.fromEntries(Object.entries(report.answers as object).filter(([name]) => known.includes(name))),
    sealed: body ? decryptAnswers(cipherOf(secrets.data), body, reportLocation(id, 1)) : null,
  }
}

describe.each(goldenReleases)('what a phone of release %s has sealed', (release) => {
  it.each([0, 90])('is filed with the same content when it comes after %d days', async (days) => {
    const phone = goldenPhone(release)
    await knowPhone(await cast(store.db), phone)
    const here = site(store, { limits: roomy })
    here.clock.set(phone.at)
    here.clock.forward(days * day + 5)

    for (const golden of goldenEnvelopes(release)) {
      const receipt = await sendWhole(here, golden)

      expect(receipt).toMatchObject({ id: golden.id, state: 'filed', reasons: [] })
      expect(Object.values(receipt.photos)).toEqual(Object.keys(golden.photos).map(() => 'here'))
      expect(await filedAs(golden)).toEqual({
        ...golden.filed,
        // The phone was a second and a half fast.
        writtenAt: new Date(Date.parse(phone.at) - 1500),
        warnings: [],
        photos: Object.keys(golden.photos).length,
        photosAwaited: 0,
        photosUnreadable: 0,
      })
    }
  })
})

it('is there for every type of report there is', () => {
  const all = goldenReleases.flatMap(goldenEnvelopes).map(({ filed }) => filed)

  expect(new Set(all.map(({ typeKey }) => typeKey))).toEqual(new Set(reportTypes.map(({ key }) => key)))
  expect(all.some(({ state }) => state === 'brief')).toBe(true)
})
