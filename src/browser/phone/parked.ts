import type { EnvelopeContent } from '../../officers/envelopes/envelope.ts'

type Wire = EnvelopeContent['wire']

/**
 * The photos that came before their report and lie with the server: the page shows them, so the phone has them too, with
 * or without a network, and an envelope names only photos of its own. Nothing when one of them is not on the page.
 */
export async function parkedPhotos(form: HTMLFormElement, wire: Wire): Promise<Blob[] | undefined> {
  const hashes = [wire.fotoHash ?? []].flat()
  const images = hashes.map((hash) => form.querySelector<HTMLImageElement>(`img[src$="/foto/${hash}"]`))
  const photos = await Promise.all(
    images.map((image) => (image ? jpegOf(image).catch(() => null) : Promise.resolve(null))),
  )
  return photos.every((photo) => photo !== null) ? photos : undefined
}

async function jpegOf(image: HTMLImageElement): Promise<Blob | null> {
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return new Promise((settle) => canvas.toBlob(settle, 'image/jpeg', 0.9))
}
