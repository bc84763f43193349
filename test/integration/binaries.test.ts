import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyBinaries } from '../../src/platform/db/binaries.ts'

describe('the copy of the database’s binaries', () => {
  let place: string

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'bos-binaries-'))
    await mkdir(join(place, 'packaged', 'bin'), { recursive: true })
    await writeFile(join(place, 'packaged', 'bin', 'postgres'), 'new')
  })

  afterEach(() => rm(place, { recursive: true, force: true }))

  it('is made once, used again, and leaves nothing beside it', async () => {
    const copy = () => copyBinaries(join(place, 'packaged'), join(place, 'copy'))

    await copy()
    await writeFile(join(place, 'copy', 'bin', 'postgres'), 'kept')
    await copy()

    expect((await readdir(place)).sort()).toEqual(['copy', 'packaged'])
    expect(await readFile(join(place, 'copy', 'bin', 'postgres'), 'utf8')).toBe('kept')
  })

  it('is whole or not there: what an interrupted start has left is not used', async () => {
    await mkdir(join(place, 'copy', 'lib'), { recursive: true })
    await writeFile(join(place, 'copy', 'lib', 'libpq.so'), 'half')

    await copyBinaries(join(place, 'packaged'), join(place, 'copy'))

    expect(await readdir(join(place, 'copy'))).toEqual(['bin'])
    expect(await readFile(join(place, 'copy', 'bin', 'postgres'), 'utf8')).toBe('new')
  })
})
