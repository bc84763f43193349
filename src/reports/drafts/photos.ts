import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { atMost } from '../../kernel/at-most.ts'
import { hashedSide, perceptualHash } from '../signals/index.ts'
import { drawPhoto, type PhotoFault, type PhotoSource } from './photo-file.ts'

export type { PhotoFault, PhotoSource } from './photo-file.ts'

export const mostPhotos = 3

const twoAtATime = atMost(2)
const longestSide = 1280

export interface CleanPhoto {
  hash: string
  body: Buffer
  width: number
  height: number
  /** What it looks like, to be compared with others; null where it is too plain. */
  look: bigint | null
  /** Whether its file was cut at its end, so that a part of it is missing. */
  isCut: boolean
}

/**
 * A photo as it is stored: redrawn as JPEG of at most 1280 pixels, upright, without metadata. Whatever else was in the
 * file does not survive. Returns the key of a sentence when it is no photo we take.
 */
export const cleanPhoto = (source: PhotoSource): Promise<CleanPhoto | PhotoFault> =>
  twoAtATime(() => clean(source)).catch(() => 'rule.photoBroken' as const)

async function clean(source: PhotoSource): Promise<CleanPhoto | PhotoFault> {
  const drawn = await drawPhoto(source, redrawn)
  if (typeof drawn === 'string') return drawn
  const { data, info } = drawn.result
  const hash = createHash('sha256').update(data).digest('hex')
  return {
    hash,
    body: data,
    width: info.width,
    height: info.height,
    look: await perceptualHashOf(data),
    isCut: drawn.isCut,
  }
}

/** Only its bytes, for who does not know yet what the photo will belong to; nothing when it is none. */
export async function cleanBytes(source: PhotoSource): Promise<Buffer | undefined> {
  const photo = await cleanPhoto(source)
  return typeof photo === 'string' ? undefined : photo.body
}

const redrawn = (photo: Sharp) =>
  photo
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })

/** Looked at as it is stored, so that the same photo sent twice has the same look. */
export const perceptualHashOf = async (jpeg: Buffer): Promise<bigint | null> =>
  perceptualHash(await sharp(jpeg).resize(hashedSide, hashedSide, { fit: 'fill' }).greyscale().raw().toBuffer())
