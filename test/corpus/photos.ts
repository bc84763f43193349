import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { scenery } from '../support/filing.ts'

/** What becomes of a file that is chosen as a photo. */
export interface PhotoCase {
  name: string
  file: string
  make: () => Promise<Buffer>
  /** Sent as it is: kept, kept in part with a signal, or why not. */
  server: 'kept' | 'cut' | 'empty' | 'kind' | 'heic' | 'broken' | 'huge'
  /** Chosen in a browser with the script: redrawn and sent as JPEG, or told at once that this phone cannot open it. */
  phone: 'drawn' | 'bad'
  /** Shows what `base` shows, upright. */
  isBase?: boolean
}

/** The picture that all of them are made from. */
export const base = (): Promise<Buffer> => scenery(7, 320)

const from = (work: (picture: Sharp) => Sharp) => async () => work(sharp(await base())).toBuffer()
const bytesOf = async (work: (jpeg: Buffer) => Buffer) =>
  work(
    await sharp(await scenery(7, 640))
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
const cutAt = (share: number) => () => bytesOf((jpeg) => jpeg.subarray(0, Math.round(jpeg.length * share)))

/** A picture that lies as a camera would have stored it that was held so. */
const turned = (orientation: number) => async () => {
  const turns: Record<number, [degrees: number, mirror: boolean]> = {
    1: [0, false],
    2: [0, true],
    3: [180, false],
    4: [180, true],
    5: [90, true],
    6: [270, false],
    7: [270, true],
    8: [90, false],
  }
  const [degrees, mirror] = turns[orientation]!
  const rotated = await sharp(await base())
    .rotate(degrees)
    .png()
    .toBuffer()
  return sharp(rotated).flop(mirror).withMetadata({ orientation }).jpeg().toBuffer()
}

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A second picture behind the first, named by a segment of the first, as Ultra HDR has its gain map. */
async function withGainMap(): Promise<Buffer> {
  const jpeg = await base()
  const map = await sharp(await base())
    .greyscale()
    .resize(80)
    .jpeg()
    .toBuffer()
  const index = Buffer.from(
    '4d504600' +
      '49492a0008000000' +
      '0300' +
      '00b007000400000030313030' +
      '01b004000100000002000000' +
      '02b007002000000032000000' +
      '00000000',
    'hex',
  )
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe2, Buffer.concat([index, Buffer.alloc(32)])),
    jpeg.subarray(2),
    map,
  ])
}

/** The same file, that claims another size in the head of its frame. */
async function claiming(jpeg: Buffer, width: number, height: number): Promise<Buffer> {
  const copy = Buffer.from(jpeg)
  for (let at = 2; at < copy.length; at += 2 + copy.readUInt16BE(at + 2)) {
    const marker = copy[at + 1]!
    if (marker < 0xc0 || marker > 0xc2) continue
    copy.writeUInt16BE(height, at + 5)
    copy.writeUInt16BE(width, at + 7)
    return copy
  }
  throw new Error('no frame')
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#4a7a3a' } })
const frames = async () => {
  const pictures = await Promise.all([7, 8].map((number) => scenery(number, 320)))
  return sharp(pictures, { join: { animated: true } })
}
const text = (content: string) => async () => Buffer.from(content)

type Row = [
  name: string,
  file: string,
  server: PhotoCase['server'],
  phone: PhotoCase['phone'],
  make: () => Promise<Buffer>,
]

/** Those that show what `base` shows. */
const same: Row[] = [
  ['a JPEG', 'a.jpg', 'kept', 'drawn', base],
  ['a JPEG that calls itself a film', 'a.mp4', 'kept', 'drawn', base],
  ['a progressive JPEG', 'a.jpg', 'kept', 'drawn', from((one) => one.jpeg({ progressive: true }))],
  ['a JPEG with all of its colours', 'a.jpg', 'kept', 'drawn', from((one) => one.jpeg({ chromaSubsampling: '4:4:4' }))],
  ['a grey JPEG', 'a.jpg', 'kept', 'drawn', from((one) => one.greyscale().jpeg())],
  ['a JPEG for print (CMYK)', 'a.jpg', 'kept', 'drawn', from((one) => one.toColourspace('cmyk').jpeg())],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    (way): Row => [`a JPEG held in way ${way} of EXIF`, 'a.jpg', 'kept', 'drawn', turned(way)],
  ),
  [
    'a JPEG with a film behind it',
    'a.jpg',
    'kept',
    'drawn',
    async () => Buffer.concat([await base(), Buffer.alloc(90_000, 7)]),
  ],
  ['a JPEG with a gain map (Ultra HDR)', 'a.jpg', 'kept', 'drawn', withGainMap],
  [
    'a JPEG that is a page too',
    'a.html',
    'kept',
    'drawn',
    async () => Buffer.concat([await base(), Buffer.from('<html><script>alert(1)</script>')]),
  ],
  ['a PNG', 'a.png', 'kept', 'drawn', from((one) => one.png())],
  ['a PNG of 16 bits', 'a.png', 'kept', 'drawn', from((one) => one.toColourspace('rgb16').png())],
  ['a PNG with a palette', 'a.png', 'kept', 'drawn', from((one) => one.png({ palette: true }))],
  ['an interlaced PNG', 'a.png', 'kept', 'drawn', from((one) => one.png({ progressive: true }))],
  ['a WebP', 'a.webp', 'kept', 'drawn', from((one) => one.webp())],
  ['a lossless WebP', 'a.webp', 'kept', 'drawn', from((one) => one.webp({ lossless: true }))],
  ['an animated WebP', 'a.webp', 'kept', 'drawn', async () => (await frames()).webp().toBuffer()],
  ['an AVIF', 'a.avif', 'kind', 'drawn', from((one) => one.avif({ effort: 0 }))],
  ['a GIF', 'a.gif', 'kind', 'drawn', from((one) => one.gif())],
  ['an animated GIF', 'a.gif', 'kind', 'drawn', async () => (await frames()).gif().toBuffer()],
]

const others: Row[] = [
  ['a JPEG without its last two bytes', 'a.jpg', 'cut', 'drawn', () => bytesOf((jpeg) => jpeg.subarray(0, -2))],
  ['a JPEG cut at 95 %', 'a.jpg', 'cut', 'bad', cutAt(0.95)],
  ['a JPEG cut at 80 %', 'a.jpg', 'cut', 'bad', cutAt(0.8)],
  ['a JPEG cut at 30 %', 'a.jpg', 'broken', 'bad', cutAt(0.3)],
  ['the head of a JPEG', 'a.jpg', 'broken', 'bad', () => bytesOf((jpeg) => jpeg.subarray(0, 400))],
  ['three bytes of a JPEG', 'a.jpg', 'broken', 'bad', async () => Buffer.from('ffd8ff', 'hex')],
  ['a page that begins as a JPEG', 'a.jpg', 'broken', 'bad', async () => Buffer.from('\xff\xd8\xff<html>', 'latin1')],
  [
    'a PNG cut in the middle',
    'a.png',
    'broken',
    'bad',
    async () => (await from((one) => one.png())()).subarray(0, 9000),
  ],
  [
    'a WebP cut in the middle',
    'a.webp',
    'broken',
    'bad',
    async () => (await from((one) => one.webp())()).subarray(0, 900),
  ],
  [
    'a transparent PNG',
    'a.png',
    'kept',
    'drawn',
    () =>
      sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
        .png()
        .toBuffer(),
  ],
  ['one pixel', 'a.jpg', 'kept', 'drawn', () => plain(1, 1).jpeg().toBuffer()],
  ['a line of 4000 pixels', 'a.png', 'kept', 'drawn', () => plain(4000, 1).png().toBuffer()],
  ['a HEIC', 'IMG_0001.HEIC', 'heic', 'bad', async () => readFileSync(new URL('tiny.heic', import.meta.url))],
  [
    'a HEIC that calls itself a JPEG',
    'a.jpg',
    'heic',
    'bad',
    async () => readFileSync(new URL('tiny.heic', import.meta.url)),
  ],
  ['an SVG', 'a.svg', 'kind', 'bad', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a text', 'a.jpg', 'kind', 'bad', text('bukan foto')],
  ['a PDF', 'a.pdf', 'kind', 'bad', text('%PDF-1.7\n')],
  ['an empty file', 'kosong.jpg', 'empty', 'bad', text('')],
  [
    'a JPEG that claims four thousand million pixels',
    'a.jpg',
    'huge',
    'bad',
    async () => claiming(await base(), 65_500, 65_500),
  ],
  [
    'a JPEG that claims 108 million pixels and has none',
    'a.jpg',
    'broken',
    'bad',
    async () => claiming((await base()).subarray(0, 1000), 12_000, 9000),
  ],
  [
    'a progressive JPEG of 50 megapixels',
    'a.jpg',
    'huge',
    'drawn',
    async () => claiming(await from((one) => one.jpeg({ progressive: true }))(), 8160, 6144),
  ],
  ['the 50 MP of a phone', 'IMG_50.jpg', 'kept', 'drawn', () => plain(8160, 6144).jpeg().toBuffer()],
]

const caseOf = ([name, file, server, phone, make]: Row): PhotoCase => ({ name, file, server, phone, make })

export const photoCases: PhotoCase[] = [...same.map((row) => ({ ...caseOf(row), isBase: true })), ...others.map(caseOf)]
