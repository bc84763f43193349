import { ttlCache } from '../../src/kernel/ttl-cache.ts'

describe('a cache with a time to live', () => {
  it('shares one load among concurrent calls, and loads again after its time', async () => {
    let now = 0
    let loads = 0
    const cached = ttlCache(1000, () => now)
    const load = () => Promise.resolve((loads += 1))
    expect(await Promise.all([cached('a', load), cached('a', load)])).toEqual([1, 1])
    now = 999
    expect(await cached('a', load)).toBe(1)
    now = 1000
    expect(await cached('a', load)).toBe(2)
    expect(await cached('b', load)).toBe(3)
  })

  it('does not keep an entry of a clock that was set back', async () => {
    let now = 3 * 86_400_000
    const cached = ttlCache(1000, () => now)
    await cached('a', () => Promise.resolve('early'))
    now = 0
    expect(await cached('a', () => Promise.resolve('late'))).toBe('late')
  })

  it('does not keep a failure', async () => {
    const cached = ttlCache(1000, () => 0)
    await expect(cached('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await cached('a', () => Promise.resolve('up'))).toBe('up')
  })
})
