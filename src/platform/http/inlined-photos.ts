import type { UploadedFile } from './endpoint.ts'
import type { Sent } from './sent.ts'

const name = 'foto.isi'
const isPart = /^foto\.isi\.[1-3]$/
/** A control may hold less than a photo does: see the limits of a form. */
const partLength = 60_000
const mostLength = 600_000

/**
 * A photo inside a page, for when there is nowhere else to put it: as base64, in controls of the same name. A browser
 * cannot be given its files back, and a picture that the form's camera took is often in no album.
 */
export function inlined(photos: Buffer[]): { name: string; value: string }[] {
  return photos
    .map((photo) => photo.toString('base64'))
    .flatMap((text, at) =>
      Array.from({ length: Math.ceil(text.length / partLength) }, (_, part) => ({
        name: `${name}.${at + 1}`,
        value: text.slice(part * partLength, (part + 1) * partLength),
      })),
    )
}

/** Whether it is small enough for a page that has to travel twice. */
export const canBeInlined = (photo: Buffer): boolean => (photo.length * 4) / 3 < mostLength

/** Takes such photos out of what was sent. They are uploads like any other: nothing vouches for them. */
export function takeInlined(sent: Sent, field: string): UploadedFile[] {
  return Object.keys(sent)
    .filter((one) => isPart.test(one))
    .map((one) => {
      const text = [sent[one]].flat().join('')
      delete sent[one]
      return { field, body: Buffer.from(text, 'base64') }
    })
}
