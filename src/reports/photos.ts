import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { atMost } from '../kernel/at-most.ts'
import { lookOf, lookSide } from '../signals/index.ts'

export const mostPhotos = 3

/** Only these three loaders exist for us: an SVG, a PDF or a GIF is not even tried. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.concurrency(1)
sharp.cache(false)

const twoAtATime = atMost(2)
const longestSide = 1280
const mostPixels = 40_000_000

export interface CleanPhoto {
  hash: string
  body: Buffer
  width: number
  height: number
  /** What it looks like, to be compared with others; null where it is too plain. */
  look: bigint | null
}

export type PhotoFault = 'rule.photoKind' | 'rule.photoBroken' | 'rule.photoHuge'

/** What the first bytes say; the name and the type that came with it are only claims. */
function isPhoto(bytes: Buffer): boolean {
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  const isWebp =
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP'
  return starts('ffd8ff') || starts('89504e470d0a1a0a') || isWebp
}

/**
 * A photo as we keep it: drawn anew as JPEG of at most 1280 pixels, upright, without metadata. Whatever else was in the
 * file does not survive. Returns the key of a sentence when it is no photo we take.
 */
export async function cleanPhoto(bytes: Buffer): Promise<CleanPhoto | PhotoFault> {
  if (!isPhoto(bytes)) return 'rule.photoKind'
  try {
    const { data, info, look } = await twoAtATime(async () => {
      const drawn = await redrawn(bytes)
      return { ...drawn, look: await lookAt(drawn.data) }
    })
    const hash = createHash('sha256').update(data).digest('hex')
    return { hash, body: data, width: info.width, height: info.height, look }
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'rule.photoHuge' : 'rule.photoBroken'
  }
}

/** Only its bytes, for who does not know yet what the photo will belong to; nothing when it is none. */
export async function cleanBytes(bytes: Buffer): Promise<Buffer | undefined> {
  const clean = await cleanPhoto(bytes)
  return typeof clean === 'string' ? undefined : clean.body
}

const redrawn = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true })

/** Looked at as it is kept, so that the same photo sent twice has the same look. */
export const lookAt = async (jpeg: Buffer): Promise<bigint | null> =>
  lookOf(await sharp(jpeg).resize(lookSide, lookSide, { fit: 'fill' }).greyscale().raw().toBuffer())
