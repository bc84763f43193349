import { distanceTo, slipsBetween } from '../../src/officers/register/nearness.ts'
import { mayBeOne, meantBy } from '../../src/officers/register/searching.ts'
import { soughtIn } from '../../src/officers/register/sought.ts'

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
    const names = ['Budi', 'Siti Rohmah', 'Sitti Rohma'].map((name) => ({ name, rt: 1, rw: 1 }))

    expect(meantBy('siti rohmah', names).map(({ name }) => name)).toEqual(['Siti Rohmah', 'Sitti Rohma'])
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
    ['‎siti\u200b rt\u00a0３', { name: 'siti', rt: 3, rw: undefined }],
    ['RT/RW 01/02', { name: '', rt: 1, rw: 2 }],
    ['RT/RW: 001/002 siti', { name: 'siti', rt: 1, rw: 2 }],
    ['Siti RT IV/RW II', { name: 'Siti', rt: 4, rw: 2 }],
    ['rukun tetangga 3', { name: '', rt: 3, rw: undefined }],
    ['Siti rt i', { name: 'Siti', rt: 1, rw: undefined }],
    ['Hartono', { name: 'Hartono', rt: undefined, rw: undefined }],
    ['Jl. Mawar 12/11/2026', { name: 'Jl. Mawar 12/11/2026', rt: undefined, rw: undefined }],
    ['rt siti', { name: 'siti', rt: undefined, rw: undefined }],
  ])('%s', (text, sought) => {
    expect(soughtIn(text)).toEqual(sought)
  })

  it.each([
    'RT 95/RW 95',
    'RT.095 RW.095',
    '095/095',
    'rt95rw95',
    'RT 95 / 95',
    'rt 95 rw 95',
    'RW 95 RT 95',
    'RT95/95',
    'RT-95 RW-95',
    'rt:95 rw:95',
    'R.T. 95 R.W. 95',
    'rt.95/rw.95',
    'RT 095, RW 095',
    'RT 95 - RW 95',
    '95/95',
    'RT/RW 95/95',
    'rt rw 95 95',
    'RT95RW095',
    'r.t 95 / r.w 95',
    '(RT 95/RW 95)',
    'RT ９５ RW ９５',
    'Rt95, Rw95',
  ])('%s is RT 95 and RW 95', (text) => {
    expect(soughtIn(text)).toMatchObject({ rt: 95, rw: 95 })
    expect(soughtIn(`Siti ${text}`)).toEqual({ name: 'Siti', rt: 95, rw: 95 })
  })
})

describe('a search', () => {
  const entry = (name: string, rt: number | null = null, rw: number | null = null) => ({ name, rt, rw })
  const all = [
    entry('Satkamling RW 17'),
    entry('Satkamling RW 07'),
    entry('Karang Taruna 28 Oktober'),
    entry('H. Abdul', 3, 7),
    entry("Nur'aini", 3, 7),
    entry('Uu', 4, 7),
    entry('Ny. Aa', 4, 7),
    entry('李小龙', 1, 1),
    entry('محمد علي', 1, 1),
    entry('Al-Ikhlas', 2, 2),
    entry('Drs. H. Joko Susilo, S.Pd., M.Si.', 5, 5),
    entry('Bapak', 5, 5),
    entry('88', 9, 9),
    entry('Siti Rohmah', 3, 7),
    entry('Марія', 1, 1),
  ]
  const found = (text: string) => meantBy(text, all).map(({ name }) => name)

  it.each(all.map(({ name }) => name))('finds %s first by its own name', (name) => {
    expect(found(name)[0]).toBe(name)
  })

  it.each([
    ['satkamling rw 17', ['Satkamling RW 17']],
    ['rw17', ['Satkamling RW 17']],
    ['nur aini', ["Nur'aini"]],
    ['nuraini rt 3', ["Nur'aini"]],
    ['NUR`AINI', ["Nur'aini"]],
    ['sitirohmah', ['Siti Rohmah']],
    ['sitiroh', ['Siti Rohmah']],
    ['rohmah 3', ['Siti Rohmah']],
    ['rohmah 4', []],
    ['haji abdul', ['H. Abdul']],
    ['joko susilo spd', ['Drs. H. Joko Susilo, S.Pd., M.Si.']],
    ['alikhlas', ['Al-Ikhlas']],
    ['uu', ['Uu']],
    ['rt 3/rw 7', ['H. Abdul', "Nur'aini", 'Siti Rohmah']],
    ['!!!', []],
  ])('for %s finds %j', (text, names) => {
    expect(found(text)).toEqual(names)
  })
})

describe('two names at one place', () => {
  it.each([
    ['H. Abdul Ghofur, S.Ag.', 'Abdul Ghofur'],
    ['Hj Siti Rohmah', "Ny. Siti Roh'mah A.Md.Kep."],
    ['K.H. Ahmad Fauzi', 'Ahmad Fauzi (Alm.)'],
    ['Nur’aini', 'Nur`aini'],
    ['Uu', 'Ny. Uu'],
    ['Siti Rohmah', 'Siti Romah'],
    ['Ahmad', 'Ahmad Fauzi'],
    ['Satkamling RW 07', 'Satkamling RW 7'],
    ['Bapak', 'bapak'],
  ])('%s and %s may be one', (one, other) => {
    expect(mayBeOne(one, other)).toBe(true)
  })

  it.each([
    ['Drs. H. Ahmad, S.Pd., M.Si.', 'Drs. H. Joko, S.Pd., M.Si.'],
    ['Bapak', 'Bapak Ahmad'],
    ['Bapak', 'Ibu'],
    ['H.', 'Hj.'],
    ['Drs.', 'Dra.'],
    ['Uu', 'Aa'],
    ['O', 'Omar'],
    ['Ny. Uu', 'Ny. Ii'],
    ['Ani', 'Adi'],
    ['Satkamling RW 17', 'Satkamling RW 07'],
  ])('%s and %s are two', (one, other) => {
    expect(mayBeOne(one, other)).toBe(false)
  })
})
