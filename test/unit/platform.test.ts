import { cipherOf, DecryptionFailed } from '../../src/platform/cipher.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import { servingFaults, servingWarnings } from '../../src/platform/config/config-validation.ts'
import { statementNames } from '../../src/platform/db/statement-names.ts'
import { localPath } from '../../src/platform/http/locale.ts'
import { withoutNul } from '../../src/platform/http/no-nul.ts'
import { strictModel } from '../../src/platform/views/strict-model.ts'
import { sayIn } from '../../src/sentences/say.ts'

const nul = String.fromCharCode(0)

describe('a sealed model', () => {
  const model = strictModel({ title: 'Laporan', hint: '', list: [{ label: 'Tema' }], none: [] as string[] })

  it('answers for what it holds, however deep', () => {
    expect([model.title, model.hint, model.list[0]!.label, model.none.length]).toEqual(['Laporan', '', 'Tema', 0])
    expect(model.list.map(({ label }) => label)).toEqual(['Tema'])
  })

  it('throws at what it does not hold', () => {
    const wrong = model as unknown as { ttile: string; list: { lable: string }[] }

    expect(() => wrong.ttile).toThrow('the model has no "ttile"')
    expect(() => wrong.list[0]!.lable).toThrow('the model has no "lable"')
  })
})

describe('a sealed value', () => {
  const box = cipherOf('a secret that is long enough for this')
  const seal = (text: string, place: string) => box.encrypt(text, place)
  const open = (value: Uint8Array, place: string) => box.decrypt(value, place)
  const index = (text: string) => box.index(text)

  it('opens in its own place, and nowhere else', () => {
    const value = seal('3274051234560001', 'register_entry:nik:a')

    expect(open(value, 'register_entry:nik:a')).toBe('3274051234560001')
    expect(() => open(value, 'register_entry:nik:b')).toThrow(DecryptionFailed)
    expect(() => cipherOf('another secret that is long enough').decrypt(value, 'register_entry:nik:a')).toThrow(
      DecryptionFailed,
    )
  })

  it('opens no more when one bit of it was changed', () => {
    const value = seal('3274051234560001', 'place')

    for (const at of [0, 1, 13, 29, value.length - 1]) {
      const changed = Uint8Array.from(value)
      changed[at] = changed[at]! ^ 1
      expect(() => open(changed, 'place')).toThrow(DecryptionFailed)
    }
  })

  it('looks different each time, but is found by the same index', () => {
    expect(Buffer.from(seal('x', 'p')).equals(seal('x', 'p'))).toBe(false)
    expect(Buffer.from(index('x')).equals(index('x'))).toBe(true)
    expect(Buffer.from(index('x')).equals(index('y'))).toBe(false)
  })
})

describe('the way back', () => {
  it.each([
    ['/laporan?jenis=penyuluhan&setelah=2026-11-24_1', true],
    ['/', true],
    ['//jahat.example', false],
    ['/\\jahat.example', false],
    ['\\/jahat.example', false],
    ['https://jahat.example', false],
    ['javascript:alert(1)', false],
    ['/laporan\r\nSet-Cookie: a=b', false],
    ['/ laporan', false],
    ['laporan', false],
    ['', false],
    [`/${'a'.repeat(1000)}`, false],
    [undefined, false],
    [['/laporan'], false],
  ])('%j is taken: %s', (value, isTaken) => {
    expect(localPath(value)).toBe(isTaken ? value : '/')
  })
})

describe('a body with a NUL', () => {
  it.each([{ a: nul }, { [`a${nul}`]: 'b' }, { a: ['b', `c${nul}`] }])('is refused: %j', (sent) => {
    expect(() => withoutNul(sent)).toThrow('error.invalid')
  })

  it('is no other body', () => {
    const sent = { a: 'b\n', c: ['d', 'é'], e: '\u0001' }

    expect(withoutNul(sent)).toBe(sent)
  })
})

describe('a sentence', () => {
  it('is said in the language of the screen', () => {
    expect(sayIn('id')('session.waitNew', { minutes: 4 })).toContain('dalam 4 menit')
    expect(sayIn('en')('session.waitNew', { minutes: 4 })).toContain('in 4 minutes')
  })

  it('throws when it does not exist or is given too little', () => {
    expect(() => sayIn('id')('session.nothing' as 'session.waitNew')).toThrow('No sentence')
    expect(() => sayIn('id')('session.waitNew')).toThrow('needs {minutes}')
  })
})

describe('the configuration', () => {
  const [session, data] = ['5f0c1d7e9a3b48266f0e1d2c3b4a5968', 'a17b3c5d7e9f02468ace13579bdf0284']
  const server = { DATABASE_URL: 'postgresql://bos@db/bos', SESSION_SECRET: session, DATA_SECRET: data }

  it('needs nothing on one’s own machine, where it is reachable from that machine only', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: '',
      worker: 'inline',
      proxies: 0,
    })
  })

  it('is the server’s when a database is named', () => {
    const config = readConfig({ ...server, PORT: '8080', TRUSTED_PROXIES: '1', PUBLIC_URL: 'https://bos.example' })

    expect(config).toMatchObject({ port: 8080, host: '0.0.0.0', worker: 'separate', proxies: 1 })
    expect(config.secrets).toEqual({ session, data })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('reports every fault at once', () => {
    const env = {
      DATABASE_URL: 'postgresql://bos@db/bos',
      DATA_SECRET: 'short',
      PORT: 'x',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'bos.example/',
    }

    expect(() => readConfig(env)).toThrow(/PORT .*PUBLIC_URL .*LOG_LEVEL .*SESSION_SECRET .*DATA_SECRET /s)
  })

  it.each([
    ['POOL_SIZE', '0'],
    ['SESSION_HOURS', '0'],
    ['SESSION_HOURS', '1.5'],
    ['PORT', '-1'],
    ['TRUSTED_PROXIES', 'many'],
    ['PUBLIC_URL', 'https://bos.example/path'],
    ['WORKER', 'both'],
  ])('does not start on %s=%s', (name, value) => {
    expect(() => readConfig({ ...server, [name]: value })).toThrow(name)
  })

  it.each([
    ['a word again and again', 'rahasia '.repeat(8)],
    ['one sign', 'f'.repeat(64)],
    ['two signs', 'ab'.repeat(16) + 'ba'.repeat(16)],
    ['an example', 'change-me-to-something-long-and-random'],
    ['an example with the letters of a secret', '0123456789abcdef0123456789abcdee'],
    ['few characters', 'k3Jx9!qW'],
  ])('does not start on a secret that is %s', (_, value) => {
    expect(() => readConfig({ ...server, SESSION_SECRET: value })).toThrow(/SESSION_SECRET (is|can be guessed)/)
  })

  it('does not start on one secret for both, or on one that is the password of the database', () => {
    expect(() => readConfig({ ...server, DATA_SECRET: session })).toThrow('SESSION_SECRET and DATA_SECRET are the same')
    expect(() => readConfig({ ...server, DATABASE_URL: `postgresql://bos:${data}@db/bos` })).toThrow(
      'DATA_SECRET is the password of the database too',
    )
  })

  it.each([
    ['postgresql://bos@db.example.com/bos?sslmode=disable', 'fault'],
    ['postgresql://bos@203.0.113.7/bos?sslmode=prefer', 'fault'],
    ['postgresql://bos@[2001:db8::7]/bos?sslmode=disable', 'fault'],
    ['postgresql://bos@db.example.com/bos', 'warning'],
    ['postgresql://bos@192.168.1.5/bos?sslmode=disable', 'warning'],
    ['postgresql://bos@postgres/bos?sslmode=disable', 'warning'],
    ['postgresql://bos@postgres:5432/bos', 'nothing'],
    ['postgresql://bos@127.0.0.1/bos?sslmode=disable', 'nothing'],
    ['postgresql://bos@localhost/bos?sslmode=disable', 'nothing'],
    ['postgresql://bos@db.example.com/bos?sslmode=verify-full', 'nothing'],
    ['mysql://bos@db/bos', 'fault'],
  ])('says of a database at %s: %s', (DATABASE_URL, what) => {
    const read = () => readConfig({ ...server, DATABASE_URL })

    if (what === 'fault') expect(read).toThrow('DATABASE_URL')
    else expect(read().warnings).toEqual(what === 'nothing' ? [] : [expect.stringContaining('DATABASE_URL')])
  })

  it('does not serve https without a proxy that ends it', () => {
    const config = readConfig({ ...server, PUBLIC_URL: 'https://bos.example' })

    expect(servingFaults(config)).toEqual([expect.stringContaining('TRUSTED_PROXIES is 0')])
    expect(servingFaults({ ...config, proxies: 1 })).toEqual([])
  })

  it.each([
    [{ PUBLIC_URL: 'http://bos.example' }, 'PUBLIC_URL'],
    [{ TRUSTED_PROXIES: '1', HOST: '127.0.0.1' }, 'TRUSTED_PROXIES'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
  ])('warns of %j by name', (env, name) => {
    expect(servingWarnings(readConfig({ ...server, ...env }))).toEqual([expect.stringContaining(name)])
  })
})

describe('names of statements', () => {
  const nameOf = statementNames()

  it('are given to what comes again, each its own', () => {
    const ask = (sql: string) => Array.from({ length: 4 }, () => nameOf({ sql }))
    const [first, second] = [ask('SELECT 1'), ask('SELECT 2')]
    expect(first.slice(0, 2)).toEqual(['', ''])
    expect(first[2]).not.toBe('')
    expect(first[3]).toBe(first[2])
    expect(second[3]).not.toBe(first[3])
  })

  it('are not given without end', () => {
    const names = Array.from({ length: 5000 }, (_, at) => {
      for (let time = 0; time < 3; time += 1) nameOf({ sql: `SELECT ${at} AS other` })
      return nameOf({ sql: `SELECT ${at} AS other` })
    })
    expect(new Set(names).size).toBeLessThan(500)
  })
})
