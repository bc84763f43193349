import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { perceptualHashOf } from '../../src/reports/drafts/photos.ts'
import { hashDistance, sameImageDistance } from '../../src/reports/signals/perceptual-hash.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm, scenery } from '../support/filing.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const script = '<script>alert(document.cookie)</script><?php system("id") ?>'

const plain = (width = 320) => sharp({ create: { width, height: 240, channels: 3, background: '#336699' } })

/** A photo with all that a phone puts into it, and what somebody else might. */
const withMetadata = () =>
  plain()
    .withExif({
      IFD0: { ImageDescription: script, Make: 'Pabrik HP', Copyright: script },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 44/1 13/1', GPSLongitudeRef: 'E', GPSLongitude: '108/1 33/1 9/1' },
    })
    .jpeg()
    .toBuffer()

/** A JPEG that is also a page, an archive and a program, for whoever reads it as one. */
const polyglot = async () => {
  const jpeg = await photo()
  const comment = Buffer.from(script)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  const marked = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment, jpeg.subarray(2)])
  return Buffer.concat([marked, Buffer.from(`\n<html>${script}</html>\nPK\x03\x04`)])
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/>${script}</svg>`
const gif = Buffer.from('47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b', 'hex')

const send = (browser: Browser, body: Buffer, { filename = 'foto.jpg', contentType = 'image/jpeg' } = {}) => {
  let form = browser.post('/laporan/penyuluhan')
  const wire = penyuluhan({ aksi: 'kirim' }) as Record<string, string>
  for (const [name, value] of Object.entries(wire)) form = form.field(name, value)
  return form.attach('foto', body, { filename, contentType })
}

const asBudi = async () => site(store).as((await cast(store.db)).budi)

const nothingKept = async () => {
  expect(await store.db.report.count()).toBe(0)
  expect(await store.db.photo.count()).toBe(0)
  expect(await store.db.parkedPhoto.count()).toBe(0)
}

describe('a photo', () => {
  it.each([
    ['an SVG', async () => Buffer.from(svg), 'Foto harus JPG, PNG, atau WebP'],
    [
      'an SVG after a mark',
      async () => Buffer.from(`\ufeff<?xml version="1.0"?>${svg}`),
      'Foto harus JPG, PNG, atau WebP',
    ],
    ['a GIF', async () => gif, 'Foto harus JPG, PNG, atau WebP'],
    ['a page', async () => Buffer.from(`<html>${script}</html>`), 'Foto harus JPG, PNG, atau WebP'],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n'), 'Foto harus JPG, PNG, atau WebP'],
    ['a TIFF', () => plain().tiff().toBuffer(), 'Foto harus JPG, PNG, atau WebP'],
    ['one byte', async () => Buffer.from([0xff]), 'Foto harus JPG, PNG, atau WebP'],
    ['nothing', async () => Buffer.alloc(0), 'foto.jpg: Berkasnya kosong. Ambil ulang'],
    ['the beginning of a JPEG', async () => (await photo()).subarray(0, 400), 'Foto tidak bisa dibuka. Ambil ulang'],
    [
      'the first bytes of a JPEG and then a page',
      async () => Buffer.from(`\xff\xd8\xff${script}`, 'latin1'),
      'Foto tidak bisa dibuka',
    ],
    ['a PNG of 256 million pixels', () => huge(), 'Gambarnya terlalu besar untuk dibuka'],
  ] as [string, () => Promise<Buffer>, string][])('that is %s is refused at its field', async (_, make, sentence) => {
    const browser = await asBudi()

    const { status, text } = await send(browser, await make())

    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect(text).toContain('Balai RW 07 Sunyaragi')
    await nothingKept()
  })

  it.each([
    ['a PNG', () => plain().png().toBuffer()],
    ['a WebP', () => plain().webp().toBuffer()],
    ['a JPEG that calls itself a program', () => photo()],
    [
      'a PNG one can see through',
      async () =>
        sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
    ],
  ] as [string, () => Promise<Buffer>][])('that is %s is kept as a JPEG', async (_, make) => {
    const browser = await asBudi()

    await send(browser, await make(), { filename: '../../evil.php', contentType: 'application/x-php' }).expect(303)

    const { body } = await store.db.photo.findFirstOrThrow()
    expect((await sharp(body).metadata()).format).toBe('jpeg')
  })

  it.each([
    ['what a phone knows about it', withMetadata],
    ['what else is hidden in it', polyglot],
  ])('loses %s', async (_, make) => {
    const browser = await asBudi()
    const sent = await make()
    expect(sent.toString('latin1')).toContain('<script>')

    const { headers } = await send(browser, sent).expect(303)

    const { body, reportId } = await store.db.photo.findFirstOrThrow()
    const kept = Buffer.from(body)
    expect(headers.location).toContain(reportId)
    expect(kept.toString('latin1')).not.toMatch(/script|php|GPS|Pabrik|Exif|PK\x03\x04|html/)
    const { exif, xmp, iptc, icc } = await sharp(kept).metadata()
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('that is large is made smaller, and stands upright', async () => {
    const browser = await asBudi()
    const lying = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#446688' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()

    await send(browser, lying).expect(303)

    expect(await store.db.photo.findFirst()).toMatchObject({ width: 640, height: 1280 })
  })

  it('is shown as a picture only, to those who may see its report', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const browser = await as(people.budi)
    const { headers } = await send(browser, await polyglot()).expect(303)
    const address = `${String(headers.location).replace('/tanda-terima', '')}/foto/1`

    const shown = await browser.get(address).expect(200)
    await (await as(people.sari)).get(address).expect(404)
    await (await as(people.rini)).get(address).expect(403)

    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  it('is looked at when it comes, unless there is nothing to see on it', async () => {
    const browser = await asBudi()

    for (const picture of [await scenery(2), await scenery(2, 1600), await photo()])
      await postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'periksa' }), [picture]).expect(200)

    const looks = (await store.db.parkedPhoto.findMany()).map(({ look }) => look)
    expect(looks.filter((look) => look === null)).toHaveLength(1)
    const [large, small] = looks.filter((look) => look !== null)
    expect(hashDistance(large!, small!)).toBeLessThanOrEqual(sameImageDistance)
    expect(hashDistance(large!, (await perceptualHashOf(await scenery(3)))!)).toBeGreaterThan(sameImageDistance)
  })

  it('is asked for once, however often the form comes back', async () => {
    const browser = await asBudi()
    const wire = penyuluhan({ aksi: 'periksa', tempat: '' })

    const wrong = await postForm(browser, '/laporan/penyuluhan', wire, [await photo()]).expect(422)
    const hash = /name="fotoHash" value="([0-9a-f]{64})"/.exec(wrong.text)![1]!
    await browser
      .post('/laporan/penyuluhan')
      .type('form')
      .send({ ...wire, tempat: 'Balai RW 07', fotoHash: hash, aksi: 'kirim' })
      .expect(303)

    expect(await store.db.photo.findMany()).toMatchObject([{ hash, ordinal: 1 }])
    expect(await store.db.parkedPhoto.count()).toBe(0)
  })
})

/** A PNG of one colour by hand: a few kB on the wire, 256 million pixels when it is opened. */
function huge(side = 16_000): Promise<Buffer> {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const lines = deflateSync(Buffer.alloc(side * (1 + side / 8)))
  const parts = [chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]
  return Promise.resolve(Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]))
}
