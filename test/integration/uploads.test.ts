import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { sweepUploads } from '../../src/platform/http/uploads.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm } from '../support/filing.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const megabyte = 1024 * 1024

/** As a phone makes it that films a moment around each photo: the film follows the picture. */
const motionPhoto = async (megabytes: number) =>
  Buffer.concat([await photo('#336699', 1600), Buffer.alloc(megabytes * megabyte, 7)])

const folders: string[] = []
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bos-uploads-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const until = async (question: () => Promise<boolean>) => {
  while (!(await question())) await new Promise((go) => setTimeout(go, 10))
}

async function scene() {
  const uploadFolder = await newFolder()
  const people = await cast(store.db)
  const { app, as } = site(store, { uploadFolder })
  return { app, uploadFolder, browser: await as(people.budi), files: () => readdir(uploadFolder) }
}

const wire = (own = {}) => penyuluhan({ aksi: 'kirim', ...own })

describe('an original photo of a camera', () => {
  it.each([
    ['of 50 megapixels', 8160, 6144],
    ['of 108 megapixels', 12_000, 9000],
  ])('%s is filed as it is sent without a script, and leaves nothing on the disk', async (_, width, height) => {
    const { browser, files } = await scene()
    const picture = await sharp({ create: { width, height, channels: 3, background: '#4a7a3a' } })
      .jpeg()
      .toBuffer()

    await postForm(browser, '/laporan/penyuluhan', wire(), [
      Buffer.concat([picture, Buffer.alloc(2 * megabyte)]),
    ]).expect(303)

    expect(await store.db.photo.findFirst()).toMatchObject({ width: 1280, isCut: false })
    await until(async () => (await files()).length === 0)
  })

  it('of 39 MB waits on the disk; three of 41 MB are refused with how large they may be, and nothing is left', async () => {
    const { browser, files } = await scene()

    await postForm(browser, '/laporan/penyuluhan', wire(), [await motionPhoto(39)]).expect(303)
    const { status, text } = await postForm(browser, '/laporan/penyuluhan', wire(), [await motionPhoto(41)])

    expect(status).toBe(413)
    expect(text).toContain('masing-masing 40 MB')
    expect(text).toContain('Balai RW 07 Sunyaragi')
    await until(async () => (await files()).length === 0)
  })

  it('whose sender hangs up in the middle leaves nothing on the disk', async () => {
    const { app, browser, files } = await scene()
    const server = createServer(app).listen(0, '127.0.0.1')
    await new Promise((go) => server.once('listening', go))
    const cookie = (await browser.get('/')).request.get('Cookie')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(
      [
        'POST /laporan/penyuluhan HTTP/1.1',
        'Host: localhost',
        'Sec-Fetch-Site: same-origin',
        `Cookie: ${cookie}`,
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${20 * megabyte}`,
        '',
        '--b\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n',
      ].join('\r\n'),
    )
    socket.write(Buffer.alloc(3 * megabyte, 1))
    await until(async () => (await files()).length === 1)

    socket.destroy()

    await until(async () => (await files()).length === 0)
    server.close()
  })

  it('for which the disk has no room is told so, with what was typed', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'full'), '')
    const browser = await site(store, { uploadFolder: join(folder, 'full') }).as((await cast(store.db)).budi)

    const { status, text, headers } = await postForm(browser, '/laporan/penyuluhan', wire(), [await motionPhoto(2)])

    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('60')
    expect(text).toContain('terlalu banyak foto besar')
    expect(text).toContain('Balai RW 07 Sunyaragi')
    await postForm(browser, '/laporan/penyuluhan', wire(), [await photo()]).expect(303)
  })

  it('that a killed process has left is removed; that of a running one stays', async () => {
    const folder = await newFolder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const names = {
      killed: `${hostname()}.${pid}.x.y.upload`,
      running: `${hostname()}.${process.ppid}.x.y.upload`,
      elsewhere: 'another-machine.1.x.y.upload',
      elsewhereLongAgo: 'another-machine.1.x.z.upload',
      stranger: 'notes.txt',
    }
    for (const name of Object.values(names)) await writeFile(join(folder, name), 'x')
    await utimes(join(folder, names.elsewhereLongAgo), new Date(0), new Date(0))

    await sweepUploads(folder)

    expect((await readdir(folder)).sort()).toEqual([names.running, names.elsewhere, names.stranger].sort())
  })
})

describe('a photo that is not taken', () => {
  it('is named beside those that are', async () => {
    const { browser } = await scene()
    let form = browser.post('/laporan/penyuluhan')
    for (const [name, value] of Object.entries(wire())) form = form.field(name, value as string)

    const { status, text } = await form
      .attach('foto', await photo(), { filename: 'balai.jpg' })
      .attach('foto', Buffer.alloc(0), { filename: 'kosong.jpg', contentType: 'image/jpeg' })
      .attach('foto', Buffer.from('<html>'), { filename: '<b>.jpg', contentType: 'image/jpeg' })

    expect(status).toBe(422)
    expect(text).toContain('kosong.jpg: Berkasnya kosong. Ambil ulang. &lt;b&gt;.jpg: Foto harus JPG, PNG, atau WebP')
    expect(await store.db.parkedPhoto.count()).toBe(1)
  })
})
