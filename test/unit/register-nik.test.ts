import { nikDoubts, nikFault } from '../../src/officers/register/nik.ts'

const kesambi = '32.74.05.1002'

describe('a NIK', () => {
  it.each([
    ['3274050107850001', '1985-07-01', 'lakiLaki', []],
    ['3274054107850001', '1985-07-01', 'perempuan', []],
    ['3274054107050001', '1905-07-01', 'perempuan', []],
    ['3274054107050001', '2005-07-01', 'perempuan', []],
    ['3274054107850001', null, null, []],
    ['3274054107850001', '1985-07-01', 'lakiLaki', ['register.nikSex']],
    ['3274050107850001', '1985-07-01', 'perempuan', ['register.nikSex']],
    ['3274053112850001', '1985-12-30', 'lakiLaki', ['register.nikBirth']],
    ['3274057112850001', '1985-12-31', 'perempuan', []],
    ['3274054107850001', '1986-07-01', 'perempuan', ['register.nikBirth']],
    ['3209124107850001', '1985-07-01', 'perempuan', ['register.nikElsewhere']],
    ['3209120107850001', '1985-08-01', 'perempuan', ['register.nikBirth', 'register.nikSex', 'register.nikElsewhere']],
  ])('%s of somebody born on %s, %s: %j', (nik, birthOn, sex, doubts) => {
    expect(nikFault(nik)).toBeUndefined()
    expect(nikDoubts(nik, { villageCode: kesambi, birthOn, sex })).toEqual(doubts)
  })
})
