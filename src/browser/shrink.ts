const longestSide = 1280
const goal = 200_000
const qualities = [0.8, 0.7, 0.6, 0.5]

/**
 * The photo as a JPEG of at most 1280 pixels and about 200 kB; redrawing also drops what the camera noted in it. What
 * cannot be read here, or would not become smaller, goes as it is: the server decides.
 */
export async function shrunk(file: File): Promise<File> {
  const canvas = await drawn(file).catch(() => undefined)
  if (!canvas) return file
  let smallest: Blob | undefined
  for (const quality of qualities) {
    const blob = await jpeg(canvas, quality)
    if (blob && (!smallest || blob.size < smallest.size)) smallest = blob
    if (smallest && smallest.size <= goal) break
  }
  if (!smallest || smallest.size >= file.size) return file
  const name = `${file.name.replace(/\.\w+$/, '')}.jpg`
  return new File([smallest], name, { type: 'image/jpeg', lastModified: file.lastModified })
}

async function drawn(file: File): Promise<HTMLCanvasElement> {
  const image = await loaded(file)
  const ratio = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * ratio)
  canvas.height = Math.round(image.naturalHeight * ratio)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

async function loaded(file: File): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

const jpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality))
