import { roles } from '../../src/access/policy/actor.ts'
import { nameFault, tidyName } from '../../src/administration/accounts/name.ts'
import { nrpFault } from '../../src/administration/accounts/nrp.ts'
import { fitsIn } from '../../src/administration/accounts/placement.ts'
import { isReadable, textOf, textsOf } from '../../src/administration/accounts/sent.ts'
import { changeInWords, differences } from '../../src/administration/audit/changes.ts'
import { sayIn } from '../../src/sentences/say.ts'

describe('an NRP', () => {
  it.each([
    ['84110021', undefined],
    ['09010001', undefined],
    ['66120001', undefined],
    ['', 'empty'],
    ['8411002a', 'digits'],
    ['٨٤١١٠٠٢١', 'digits'],
    ['8411002', 'length'],
    ['841100210', 'length'],
    ['84130021', 'birth'],
    ['84000021', 'birth'],
    ['12010001', 'birth'],
    ['50010001', 'birth'],
  ])('%s has the fault %s', (nrp, fault) => {
    expect(nrpFault(nrp, '2026-11-24')).toBe(fault)
  })
})

describe('a name', () => {
  it('is kept without spaces around and in a row, with the apostrophe of the keyboard', () => {
    expect(tidyName('  Nur   Ma’ruf\t')).toBe("Nur Ma'ruf")
  })

  it.each([
    ["Siti Nur'aini", undefined],
    ['M. Yusuf, S.H.', undefined],
    ['José', undefined],
    ['', 'empty'],
    ['A', undefined],
    ['Uu', undefined],
    ['...', 'placeholder'],
    ['xxx', 'placeholder'],
    ['Budi 2', undefined],
    ['Budi 0812', 'letters'],
    ['<b>Budi</b>', 'letters'],
    ['Budi\u0000', 'letters'],
    ['Budi \ud800', 'letters'],
    ['Ab'.repeat(51), 'long'],
  ])('%j has the fault %s', (name, fault) => {
    expect(nameFault(name)).toBe(fault)
  })
})

describe('a role', () => {
  it.each(roles)('%s serves in a polsek or in a polres, not in both', (role) => {
    expect(fitsIn(role, 'polsek')).toBe(!fitsIn(role, 'polres'))
  })

  it('of an admin may also sit above the polres', () => {
    expect(roles.filter((role) => fitsIn(role, 'polda'))).toEqual(['admin'])
  })
})

describe('what was sent', () => {
  it('is read as one text, or as none when the name came twice', () => {
    expect(textOf({ nama: ' Budi ' }, 'nama')).toBe('Budi')
    expect(textOf({ nama: ['Budi', 'Sari'] }, 'nama')).toBe('')
    expect(textOf({}, 'nama')).toBe('')
  })

  it('is read as the list of what was ticked', () => {
    expect(textsOf({ wilayah: ['a', '', 'b'] }, 'wilayah')).toEqual(['a', 'b'])
    expect(textsOf({ wilayah: 'a' }, 'wilayah')).toEqual(['a'])
    expect(textsOf({}, 'wilayah')).toEqual([])
  })

  it.each(['Kel. Sunyaragi – RW 07', 'Ménara 🚓'])('%s can be read', (text) => expect(isReadable(text)).toBe(true))

  it.each(['a\u0000b', 'a\ud800', 'a\u0007'])('%j cannot be read', (text) => expect(isReadable(text)).toBe(false))
})

describe('a change in words', () => {
  const words = (change: Parameters<typeof changeInWords>[0]) => changeInWords(change, sayIn('id'), 'id')

  it('says what it was and what it is, roles and days as people read them', () => {
    expect(words({ what: 'role', before: 'kanit', after: 'kapolsek' })).toBe('Peran: Kanit Binmas → Kapolsek')
    expect(words({ what: 'since', before: '', after: '2026-11-24' })).toBe('Mulai: 24 Nov 2026')
    expect(words({ what: 'reason', before: '', after: 'Cuti panjang' })).toBe('Alasan: Cuti panjang')
  })

  it('is none when nothing differs', () => {
    expect(differences([{ what: 'name', before: 'Budi', after: 'Budi' }])).toEqual([])
  })
})
