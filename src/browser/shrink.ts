const longestSide = 1280
const goal = 200_000
const qualities = [0.8, 0.7, 0.6, 0.5]

/**
 * The photo as a JPEG of at most 1280 pixels and about 200 kB, whatever its format; redrawing also drops what the camera
 * noted in it. Undefined when this phone cannot open it. Where it can show it and not redraw it, it goes as it is.
 */
export async function shrunk(file: File): Promise<File | undefined> {
  const canvas = await drawn(file)
  if (!canvas) return undefined
  let smallest: Blob | undefined
  for (const quality of qualities) {
    const blob = await jpeg(canvas, quality)
    if (blob && (!smallest || blob.size < smallest.size)) smallest = blob
    if (smallest && smallest.size <= goal) break
  }
  if (!smallest) return file
  const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
  return new File([smallest], name, { type: 'image/jpeg', lastModified: file.lastModified })
}

export const canOpen = async (file: File): Promise<boolean> => Boolean(await drawn(file))

/** The picture on a canvas; undefined when this phone cannot open all of it. */
async function drawn(file: File): Promise<HTMLCanvasElement | undefined> {
  // It refuses what is not whole. Where there is no such function, or no memory for the whole picture, an <img> shows it.
  const bitmap = await globalThis.createImageBitmap?.(file).catch(() => undefined)
  const image = bitmap ?? (await loaded(file))
  if (!image) return undefined
  const [width, height] =
    'naturalWidth' in image ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height]
  const ratio = Math.min(1, longestSide / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * ratio))
  canvas.height = Math.max(1, Math.round(height * ratio))
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  bitmap?.close()
  if (!bitmap && lacksEnd(canvas, pen)) return undefined
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

/** Of a file that was cut, nothing is drawn at the foot. What lacks only its last bytes lacks a last line at most. */
const lacksEnd = ({ width, height }: HTMLCanvasElement, pen: CanvasRenderingContext2D): boolean =>
  pen.getImageData(Math.floor(width / 2), Math.floor(height * 0.975), 1, 1).data[3] === 0

async function loaded(file: File): Promise<HTMLImageElement | undefined> {
  const image = new Image()
  const isThere = new Promise<boolean>((settle) => {
    image.addEventListener('load', () => settle(image.naturalWidth > 0))
    image.addEventListener('error', () => settle(false))
  })
  image.src = URL.createObjectURL(file)
  try {
    return (await isThere) ? image : undefined
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

const jpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality))
