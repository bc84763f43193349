import { coerce } from '../../src/reports/engine/coerce.ts'
import { fixFault, fixText, readFix } from '../../src/reports/engine/position.ts'
import { positionCases } from '../corpus/positions.ts'

describe('a position', () => {
  it.each(positionCases.map((one) => [one.name, one] as const))(
    'is taken or refused alike by phone and server: %s',
    (_, one) => {
      const { fix, stored, fault } = one

      expect(fixFault(fix)).toBe(fault)
      if (stored) expect([fixText(fix), coerce('position', fixText(fix))]).toEqual([stored, stored])
      else
        expect(coerce('position', `${fix.latitude.toFixed(6)},${fix.longitude.toFixed(6)},${fix.accuracy}`)).toBeNaN()
    },
  )

  it.each([
    '',
    '-6.7321,108.5523',
    '-6.7321;108.5523;12',
    '-6,108,12',
    '-6.7321,108.5523,12,30',
    '-6.7321,108.5523,1e3',
  ])('is not read from "%s"', (text) => {
    expect(readFix(text)).toBeUndefined()
  })
})
