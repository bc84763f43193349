import { open } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'

/** Only these three loaders exist for us: an SVG, a PDF or a GIF is not even tried. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.concurrency(1)
sharp.cache(false)

/** The bytes of a photo, or the path of the file that has them. */
export type PhotoSource = Buffer | string

export type PhotoFault = 'rule.photoKind' | 'rule.photoHeic' | 'rule.photoEmpty' | 'rule.photoBroken' | 'rule.photoHuge'

const million = 1_000_000
/**
 * Pixels. A JPEG in one scan is made smaller while it is read, so that even a phone's 200 MP mode takes little memory; a
 * PNG is read row by row. All others are in memory as a whole, with up to 8 bytes a pixel.
 */
const most = { jpeg: 220 * million, png: 40 * million, whole: 25 * million }

const mostPixels = ({ format, isProgressive }: Metadata): number =>
  !isProgressive && (format === 'jpeg' || format === 'png') ? most[format] : most.whole

/** What the first bytes say; the name and the type that came with it are only claims. */
function kindFault(head: Buffer): PhotoFault | undefined {
  const starts = (hex: string) => head.subarray(0, hex.length / 2).toString('hex') === hex
  const text = (from: number, to: number) => head.subarray(from, to).toString('latin1')
  const isWebp = text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP'
  if (head.length === 0) return 'rule.photoEmpty'
  if (starts('ffd8ff') || starts('89504e470d0a1a0a') || isWebp) return undefined
  return text(4, 8) === 'ftyp' && /^(?:heic|heix|heim|heis|hevc|mif1|msf1)$/.test(text(8, 12))
    ? 'rule.photoHeic'
    : 'rule.photoKind'
}

async function headOf(source: PhotoSource): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(0, 12)
  const file = await open(source, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A photo that was drawn. `isCut`: its file ends too early, and what is missing is grey. */
export interface Drawn<T> {
  result: T
  isCut: boolean
}

/**
 * Draws a photo once it is known to be one that takes little memory; of a JPEG that was cut at its end, what is there.
 * Returns the key of a sentence where nothing is to be had.
 */
export async function drawPhoto<T>(
  source: PhotoSource,
  draw: (photo: Sharp) => Promise<T>,
): Promise<Drawn<T> | PhotoFault> {
  const fault = kindFault(await headOf(source))
  if (fault) return fault
  const metadata = await sharp(source, { failOn: 'none', limitInputPixels: false }).metadata()
  if (metadata.width * metadata.height > mostPixels(metadata)) return 'rule.photoHuge'
  const read = (failOn: 'error' | 'none') =>
    sharp(source, { limitInputPixels: false, failOn, sequentialRead: true }).timeout({ seconds: 20 })
  try {
    return { result: await draw(read('error')), isCut: metadata.format === 'jpeg' && lacksEnd(source) }
  } catch (error) {
    if (metadata.format !== 'jpeg' || (await shareDrawn(read('none'))) < leastDrawn) throw error
    return { result: await draw(read('none')), isCut: true }
  }
}

const endOfImage = Buffer.from('ffd9', 'hex')

/** Whether the mark of the end is missing, which a decoder does not always need. Of a file on the disk only the decoder is asked. */
function lacksEnd(jpeg: PhotoSource): boolean {
  if (typeof jpeg === 'string') return false
  // Past the segments before the scan: there is a small picture in them, with an end of its own.
  let at = 2
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda) at += 2 + jpeg.readUInt16BE(at + 2)
  return !jpeg.includes(endOfImage, at)
}

/** Of a cut photo at least so much of its height must be there to be evidence of anything. */
const leastDrawn = 0.5
const side = 64

/** How much of a photo comes before the even middle grey with which a decoder fills what is missing at the end. */
async function shareDrawn(photo: Sharp): Promise<number> {
  const pixels = await photo
    .resize(side, side, { fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const isFilling = (value: number) => Math.abs(value - 128) <= 4
  let end = pixels.length
  while (end > 0 && isFilling(pixels[end - 1]!)) end -= 1
  return end / pixels.length
}
