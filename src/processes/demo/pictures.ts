import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { type Chance, chanceOf } from './random.ts'

/** A drawn photo: nobody is on it. */
export interface Picture {
  hash: string
  body: Buffer
  width: number
  height: number
}

type Colour = readonly [number, number, number]
type Shape = { colour: Colour; covers: (x: number, y: number) => boolean }

const width = 240
const height = 180

const box = (colour: Colour, left: number, top: number, wide: number, high: number): Shape => ({
  colour,
  covers: (x, y) => x >= left && x < left + wide && y >= top && y < top + high,
})

const disc = (colour: Colour, middleX: number, middleY: number, radius: number): Shape => ({
  colour,
  covers: (x, y) => (x - middleX) ** 2 + (y - middleY) ** 2 < radius ** 2,
})

const roof = (colour: Colour, middle: number, top: number, bottom: number, half: number): Shape => ({
  colour,
  covers: (x, y) => y >= top && y < bottom && Math.abs(x - middle) < (half * (y - top)) / (bottom - top),
})

const walls: readonly Colour[] = [
  [222, 207, 178],
  [186, 201, 196],
  [214, 180, 158],
  [201, 206, 176],
  [196, 188, 208],
]
const tiles: Colour = [146, 74, 56]
const shade: Colour = [70, 76, 84]
const glass: Colour = [150, 184, 204]
const uniform: Colour = [96, 84, 66]

/** A house behind a low fence, seen from the lane. */
function house(chance: Chance, wall: Colour): Shape[] {
  const left = chance.whole(40, 90)
  const wide = chance.whole(90, 120)
  return [
    box([176, 204, 222], 0, 0, width, 110),
    box([128, 122, 110], 0, 110, width, 70),
    disc([88, 120, 76], left - 18, 84, chance.whole(18, 30)),
    box(wall, left, 76, wide, 60),
    roof(tiles, left + wide / 2, 44, 78, wide / 2 + 12),
    box(shade, left + wide / 2 - 9, 98, 18, 38),
    box(glass, left + 12, 92, 20, 18),
    box(glass, left + wide - 32, 92, 20, 18),
    box([104, 110, 104], 0, 142, width, 5),
  ]
}

/** A hall: a banner, a speaker in front, rows of heads from behind. */
function hall(chance: Chance, wall: Colour): Shape[] {
  const rows = chance.whole(2, 3)
  const heads = Array.from({ length: rows * 7 }, (_, index) => {
    const row = Math.floor(index / 7)
    return disc([58 - row * 8, 50 - row * 6, 46], 18 + (index % 7) * 34 + row * 6, 128 + row * 20, 11 + row * 2)
  })
  const speaker = chance.whole(90, 140)
  return [
    box(wall, 0, 0, width, 116),
    box([120, 96, 78], 0, 116, width, 64),
    box([172, 44, 44], 44, 18, 152, 26),
    box([238, 232, 220], 60, 26, 120, 3),
    box([238, 232, 220], 76, 34, 88, 3),
    box(uniform, speaker, 76, 24, 44),
    disc([150, 112, 88], speaker + 12, 66, 9),
    ...heads,
  ]
}

async function drawn(shapes: Shape[]): Promise<Picture> {
  const pixels = Buffer.alloc(width * height * 3)
  const upsideDown = [...shapes].reverse()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set(upsideDown.find(({ covers }) => covers(x, y))?.colour ?? shade, (y * width + x) * 3)
    }
  }
  const raw = { width, height, channels: 3 } as const
  const body = await sharp(pixels, { raw }).blur(0.7).jpeg({ quality: 42, mozjpeg: true }).toBuffer()
  return { hash: createHash('sha256').update(body).digest('hex'), body, width, height }
}

export interface Pictures {
  houses: readonly Picture[]
  halls: readonly Picture[]
}

/**
 * A handful for visits and a handful for talks; every report shows one of them. They are filed without what they look
 * like: it would say of every report that its photo was used before.
 */
export async function drawPictures(seed: number): Promise<Pictures> {
  const some = (name: string, draw: (chance: Chance, wall: Colour) => Shape[]) =>
    Promise.all(walls.map((wall, index) => drawn(draw(chanceOf(seed, name, index), wall))))
  return { houses: await some('house', house), halls: await some('hall', hall) }
}
