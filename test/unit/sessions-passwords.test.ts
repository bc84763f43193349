import {
  faultOf,
  hashPassword,
  longestPassword,
  newSlipCode,
  passwordFits,
  sameHash,
  slipHash,
} from '../../src/access/sessions/passwords.ts'

const own = { nrp: '84110021', name: 'Budi Santoso' }

describe('a password', () => {
  it.each([
    ['gunung biru tiga puncak', undefined],
    ['kopi-hitam-tanpa-gula', undefined],
    ['🌴🌾🐟🚜⛵🌋🏝️🐓🌽🥥🍌🛶', undefined],
    ['sebelas ch1', 'short'],
    ['🌴🌾🐟🚜⛵🌋', 'short'],
    ['x'.repeat(longestPassword + 1), 'long'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abababababababab', 'common'],
    ['password1234', 'common'],
    ['Password1234!', 'common'],
    ['bhabinkamtibmas1', 'common'],
    ['PolresCirebon2026', 'common'],
    ['84110021 84110021', 'common'],
    ['budisantoso2026', 'common'],
    ['qwerty12345678', 'common'],
  ])('%s is refused as %s', (password, fault) => {
    expect(faultOf(password, own)).toBe(fault)
  })

  it('fits its own hash and no other', async () => {
    const stored = await hashPassword('gunung biru tiga puncak')

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits(stored, 'gunung biru tiga puncak')).toBe(true)
    expect(await passwordFits(stored, 'gunung biru tiga puncaK')).toBe(false)
    expect(await passwordFits(null, 'gunung biru tiga puncak')).toBe(false)
  })

  it('is the same however the phone composes its letters', async () => {
    expect(await passwordFits(await hashPassword('caf\u00e9 di tepi laut'), 'cafe\u0301 di tepi laut')).toBe(true)
  })

  it('of many signs that take two places each fits as it was chosen', async () => {
    const palms = '🌴🌾🐟🚜⛵'.repeat(40)

    expect(faultOf(palms, own)).toBeUndefined()
    expect(await passwordFits(await hashPassword(palms), palms)).toBe(true)
    expect(await passwordFits(await hashPassword(palms), palms.slice(0, -2))).toBe(false)
  })

  it('as long as is allowed still fits, and one sign more does not', async () => {
    const longest = 'gunung biru '.repeat(22).slice(0, longestPassword)
    const stored = await hashPassword(longest)

    expect(await passwordFits(stored, longest)).toBe(true)
    expect(await passwordFits(stored, `${longest}x`)).toBe(false)
  })
})

describe('a slip', () => {
  it('has ten signs that cannot be mistaken for others, never the same', () => {
    const codes = Array.from({ length: 200 }, newSlipCode)

    expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(200)
  })

  it('is read as people say it', () => {
    for (const said of ['7kq2m9xw4t', '7KQ2M 9XW4T', ' 7kq2m - 9xw4t ', '7KQ2M-9XW4T'])
      expect(slipHash(said)).toBe(slipHash('7KQ2M-9XW4T'))
    expect(slipHash('7KQ2M-9XW4S')).not.toBe(slipHash('7KQ2M-9XW4T'))
  })

  it('is compared whole', () => {
    expect([sameHash('abc', 'abc'), sameHash('abc', 'abd'), sameHash('abc', 'abcd')]).toEqual([true, false, false])
  })
})
