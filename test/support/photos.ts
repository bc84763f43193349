import sharp from 'sharp'

/** A small JPEG; another colour is another photo. */
export const photo = (colour = '#5f97cc', width = 64, height = 48): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
