import type { Fix, FixFault } from '../../src/reports/engine/position.ts'

/** What a phone measured, and what becomes of it: the text that is stored, or why it is not taken. */
export interface PositionCase {
  name: string
  fix: Fix
  stored?: string
  fault?: FixFault
}

const at = (latitude: number, longitude: number, accuracy: number): Fix => ({ latitude, longitude, accuracy })

const taken: [string, Fix, string][] = [
  ['a balai in Sunyaragi', at(-6.7321, 108.5523, 12), '-6.732100,108.552300,12'],
  ['the north-western end, Sabang', at(5.8943, 95.3166, 8), '5.894300,95.316600,8'],
  ['the eastern end, Merauke', at(-8.4991, 140.4049, 30), '-8.499100,140.404900,30'],
  ['the southern end, Rote', at(-10.9252, 122.8275, 25), '-10.925200,122.827500,25'],
  ['the northern end, Miangas', at(5.5566, 126.5853, 18), '5.556600,126.585300,18'],
  ['a step north of the equator, Pontianak', at(0.0000123, 109.3222, 10), '0.000012,109.322200,10'],
  ['on the equator itself', at(0, 109.3222, 10), '0.000000,109.322200,10'],
  ['more digits than a phone can know', at(-6.73210000412, 108.55230000007, 11.6), '-6.732100,108.552300,12'],
  ['an accuracy below a metre', at(-6.7321, 108.5523, 0.4), '-6.732100,108.552300,1'],
  ['indoors, by Wi-Fi', at(-6.7321, 108.5523, 96), '-6.732100,108.552300,96'],
  ['rough', at(-6.7321, 108.5523, 240), '-6.732100,108.552300,240'],
  ['nearly a kilometre', at(-6.7321, 108.5523, 999.6), '-6.732100,108.552300,1000'],
  ['a kilometre', at(-6.7321, 108.5523, 1000), '-6.732100,108.552300,1000'],
]

const refused: [string, Fix, FixFault][] = [
  ['Null Island', at(0, 0, 12), 'outside'],
  ['beside Null Island', at(0.0021, -0.0013, 15), 'outside'],
  ['the Gulf of Guinea', at(-0.5, 3.2, 40), 'outside'],
  ['latitude alone lost', at(0, 18.5523, 12), 'outside'],
  ['longitude alone lost', at(-6.7321, 0, 12), 'outside'],
  ['swapped', at(108.5523, -6.7321, 12), 'outside'],
  ['the emulator in California', at(37.422, -122.084, 5), 'outside'],
  ['Amsterdam', at(52.3731, 4.8922, 9), 'outside'],
  ['Darwin', at(-12.4634, 130.8456, 9), 'outside'],
  ['a pole', at(90, 180, 12), 'outside'],
  ['a cell tower, three kilometres', at(-6.7321, 108.5523, 3000), 'vague'],
  ['just over a kilometre', at(-6.7321, 108.5523, 1001), 'vague'],
  ['the approximate location of a province', at(-6.7321, 108.5523, 25_000), 'vague'],
  ['an accuracy of a whole planet', at(-6.7321, 108.5523, 40_000_000), 'vague'],
  ['a simulated one, accuracy 0', at(-6.7321, 108.5523, 0), 'unreal'],
  ['an invalid one, accuracy -1', at(-6.7321, 108.5523, -1), 'unreal'],
  ['no latitude', at(Number.NaN, 108.5523, 12), 'unreal'],
  ['no accuracy', at(-6.7321, 108.5523, Number.NaN), 'unreal'],
  ['an accuracy without end', at(-6.7321, 108.5523, Number.POSITIVE_INFINITY), 'vague'],
]

export const positionCases: PositionCase[] = [
  ...taken.map(([name, fix, stored]) => ({ name, fix, stored })),
  ...refused.map(([name, fix, fault]) => ({ name, fix, fault })),
]
