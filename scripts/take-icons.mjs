// Writes views/components/icons/<name>.ejs for each Tabler outline icon named: node scripts/take-icons.mjs home bell
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)

for (const name of process.argv.slice(2)) {
  const svg = readFileSync(new URL(`node_modules/@tabler/icons/icons/outline/${name}.svg`, root), 'utf8')
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  const drawn = inside
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.includes('M0 0h24v24H0z'))
    .map((line) => line.replace(' />', '/>'))
  writeFileSync(new URL(`views/components/icons/${name}.ejs`, root), `<%# icons/${name}: {} %>\n${drawn.join('')}\n`)
}
