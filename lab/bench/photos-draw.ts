import sharp from 'sharp'
import { type Chance, chanceOf } from '../../src/processes/demo/random.ts'

const [width, height] = [960, 720]

const colour = (chance: Chance, from: number, until: number) =>
  `rgb(${chance.whole(from, until)},${chance.whole(from, until)},${chance.whole(from, until)})`

type Draw = (chance: Chance) => string

const house: Draw = (chance) => {
  const [left, top, wide, high] = [
    chance.whole(80, 500),
    chance.whole(200, 360),
    chance.whole(220, 440),
    chance.whole(160, 300),
  ]
  const windows = Array.from(
    { length: chance.whole(1, 4) },
    (_, at) =>
      `<rect x="${left + 20 + at * 80}" y="${top + 40}" width="46" height="54" fill="${colour(chance, 20, 120)}"/>`,
  )
  return `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${colour(chance, 120, 235)}"/>
    <polygon points="${left - 30},${top} ${left + wide / 2},${top - chance.whole(60, 140)} ${left + wide + 30},${top}" fill="${colour(chance, 40, 150)}"/>
    ${windows.join('')}`
}

const person: Draw = (chance) => {
  const [x, y, size] = [chance.whole(60, 900), chance.whole(340, 620), chance.whole(24, 60)]
  return `<circle cx="${x}" cy="${y - size}" r="${size * 0.45}" fill="${colour(chance, 60, 170)}"/>
    <rect x="${x - size / 2}" y="${y - size * 0.6}" width="${size}" height="${size * 1.9}" rx="${size / 4}" fill="${colour(chance, 10, 200)}"/>`
}

const tree: Draw = (chance) => {
  const [x, y, size] = [chance.whole(0, 960), chance.whole(160, 420), chance.whole(50, 150)]
  return `<rect x="${x - 10}" y="${y}" width="20" height="${size * 2}" fill="${colour(chance, 40, 100)}"/>
    <ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * 0.8}" fill="${colour(chance, 30, 130)}"/>`
}

const banner: Draw = (chance) => {
  const [x, y, wide] = [chance.whole(60, 500), chance.whole(60, 260), chance.whole(220, 440)]
  const lines = Array.from(
    { length: chance.whole(1, 3) },
    (_, at) =>
      `<rect x="${x + 24}" y="${y + 18 + at * 24}" width="${wide - chance.whole(60, 160)}" height="10" fill="#fff"/>`,
  )
  return `<rect x="${x}" y="${y}" width="${wide}" height="92" fill="${colour(chance, 20, 190)}"/>${lines.join('')}`
}

const things: readonly Draw[] = [house, person, tree, banner]

/** A scene that nobody has photographed: sky, ground, and things on it, with the grain and light of a phone's camera. */
export async function scene(seed: number, number: number): Promise<Buffer> {
  const chance = chanceOf(seed, 'photo', number)
  const horizon = chance.whole(240, 460)
  const drawn = Array.from({ length: chance.whole(4, 12) }, () => chance.pick(things)(chance))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${horizon}" fill="${colour(chance, 110, 235)}"/>
    <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${colour(chance, 40, 160)}"/>
    ${drawn.join('')}
    <radialGradient id="l" cx="${chance.next()}" cy="${chance.next()}"><stop offset="0" stop-opacity="0"/><stop offset="1" stop-opacity="0.45"/></radialGradient>
    <rect width="${width}" height="${height}" fill="url(#l)"/></svg>`
  const grain = sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 14 } },
  })
    .png()
    .toBuffer()
  return sharp(Buffer.from(svg))
    .flatten()
    .composite([{ input: await grain, blend: 'soft-light' }])
    .blur(1.1)
    .jpeg({ quality: 88 })
    .toBuffer()
}

const crop = (photo: Buffer) =>
  sharp(photo)
    .extract({
      left: Math.round(width * 0.025),
      top: Math.round(height * 0.025),
      width: Math.round(width * 0.95),
      height: Math.round(height * 0.95),
    })
    .jpeg({ quality: 85 })
    .toBuffer()

const stamped = (photo: Buffer) =>
  sharp(photo)
    .composite([
      {
        input: Buffer.from(
          `<svg width="${width}" height="${height}"><rect x="20" y="${height - 90}" width="420" height="64" fill="#000" opacity="0.6"/><rect x="36" y="${height - 76}" width="360" height="12" fill="#fff"/><rect x="36" y="${height - 52}" width="240" height="12" fill="#fff"/></svg>`,
        ),
      },
    ])
    .jpeg({ quality: 85 })
    .toBuffer()

/** What happens to a photo between its first use and its second. */
export const edits: Record<string, (photo: Buffer) => Promise<Buffer>> = {
  'crop 5 %': crop,
  'brightness +25 %': (photo) => sharp(photo).modulate({ brightness: 1.25 }).jpeg({ quality: 85 }).toBuffer(),
  're-JPEG at 40': (photo) => sharp(photo).jpeg({ quality: 40 }).toBuffer(),
  'resize to 480': (photo) => sharp(photo).resize(480).jpeg({ quality: 80 }).toBuffer(),
  mirror: (photo) => sharp(photo).flop().jpeg({ quality: 85 }).toBuffer(),
  watermark: stamped,
  'rotate 2°': (photo) => sharp(photo).rotate(2, { background: '#777' }).jpeg({ quality: 85 }).toBuffer(),
  grayscale: (photo) => sharp(photo).greyscale().jpeg({ quality: 85 }).toBuffer(),
}
