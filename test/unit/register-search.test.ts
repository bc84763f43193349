import { distanceTo, nearest, slipsBetween } from '../../src/register/nearness.ts'
import { soughtIn } from '../../src/register/sought.ts'

describe('slips between two words', () => {
  it.each([
    ['siti', 'siti', 0],
    ['siti', 'siyti', 1],
    ['siti', 'sit', 1],
    ['siti', 'sati', 1],
    ['siti', 'stii', 1],
    ['siti', 'tisi', 2],
    ['', 'siti', 4],
    ['carkim', 'crakmi', 2],
  ])('%s and %s: %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips)
    expect(slipsBetween(other, one)).toBe(slips)
  })
})

describe('the distance to a name', () => {
  it('does not mind the order of words, but likes the right one better', () => {
    expect(distanceTo('rohmah siti', 'siti rohmah')).toBeLessThan(1)
    expect(distanceTo('siti rohmah', 'siti rohmah')).toBe(0)
  })

  it('forgives a beginning that is not finished', () => {
    expect(distanceTo('rohm', 'siti rohmah')).toBeLessThan(1)
  })

  it('leaves out what is another name', () => {
    const names = ['budi', 'siti rohmah', 'sitti rohma'].map((nameKey) => ({ nameKey }))

    expect(nearest('siti rohmah', names).map(({ nameKey }) => nameKey)).toEqual(['siti rohmah', 'sitti rohma'])
  })
})

describe('what is sought', () => {
  it.each([
    ['3', { name: '', rt: 3, rw: undefined }],
    ['RT003', { name: '', rt: 3, rw: undefined }],
    ['siti rt 3', { name: 'siti', rt: 3, rw: undefined }],
    ['Siti Rohmah RW 07', { name: 'Siti Rohmah', rt: undefined, rw: 7 }],
    ['rt. 3 rw. 7 siti', { name: 'siti', rt: 3, rw: 7 }],
    ['siti 003/007', { name: 'siti', rt: 3, rw: 7 }],
    ['Artinah', { name: 'Artinah', rt: undefined, rw: undefined }],
    ['', { name: '', rt: undefined, rw: undefined }],
  ])('%s', (text, sought) => {
    expect(soughtIn(text)).toEqual(sought)
  })
})
