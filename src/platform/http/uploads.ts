import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Request } from 'express'
import type { StorageEngine } from 'multer'
import { Busy, Invalid } from '../../kernel/errors.ts'

const megabyte = 1024 * 1024
/** A photo that the script has made smaller stays in memory; the original of a camera goes to the disk. */
const mostInMemory = megabyte
export const mostOfPhoto = 40 * megabyte
const mostOfRequest = 3 * mostOfPhoto + megabyte
/** On the disk at once, of all requests; those of visitors may take half of it. */
const mostOnDisk = 1024 * megabyte
/** No upload takes so long: a file that was last written before then is left over. */
const leftOverMs = 15 * 60_000

const ending = '.upload'
const owner = `${hostname()}.${process.pid}.${randomUUID()}`
let onDisk = 0
let sweptAt = performance.now()

/** Keeps the files of a form until the request is answered: small ones in memory, larger ones in temporary files. */
export const uploads: StorageEngine = {
  _handleFile(req, { stream, originalname }, done) {
    receive(req, stream).then(
      (kept) => done(null, { ...kept, originalname }),
      (error: unknown) => done(isOfDisk(error) ? Object.assign(noRoom(), { cause: error }) : error),
    )
  },
  _removeFile: (_req, _file, done) => done(null),
}

const noRoom = () => new Busy('error.uploadsFull', 60)

/** Full, read-only or not there: for the sender it is the same. */
const isOfDisk = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined

async function receive(req: Request, stream: Readable): Promise<Partial<Express.Multer.File>> {
  // A client that disconnects ends neither the stream nor this loop.
  req.res?.once('close', () => stream.destroy())
  let chunks: Buffer[] = []
  let size = 0
  let file: Spooled | undefined
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    req.uploadedBytes = (req.uploadedBytes ?? 0) + chunk.length
    if (req.uploadedBytes > mostOfRequest) throw new Invalid('error.tooLarge', 413)
    chunks.push(chunk)
    if (size <= mostInMemory) continue
    file ??= await spool(req)
    await file.write(Buffer.concat(chunks))
    chunks = []
  }
  await file?.finish()
  return { size, buffer: Buffer.concat(chunks), ...(file ? { path: file.path } : {}) }
}

interface Spooled {
  path: string
  write: (bytes: Buffer) => Promise<void>
  finish: () => Promise<void>
}

/** A temporary file that goes when the request is answered, or its sender hangs up. */
async function spool(req: Request): Promise<Spooled> {
  const folder = req.uploadFolder
  await mkdir(folder, { recursive: true })
  if (performance.now() - sweptAt > leftOverMs) await sweepUploads(folder)
  const path = join(folder, `${owner}.${randomUUID()}${ending}`)
  let handle: FileHandle | undefined = await open(path, 'wx', 0o600)
  let written = 0
  const finish = async () => {
    await handle?.close()
    handle = undefined
  }
  const remove = () => {
    onDisk -= written
    written = 0
    void finish()
      .then(() => rm(path, { force: true }))
      .catch(() => undefined)
  }
  if (req.res?.closed) remove()
  else req.res?.once('close', remove)
  return {
    path,
    finish,
    write: async (bytes) => {
      if (onDisk + bytes.length > (req.user ? mostOnDisk : mostOnDisk / 2)) throw noRoom()
      onDisk += bytes.length
      written += bytes.length
      await handle?.writeFile(bytes)
    },
  }
}

/** Removes what a process that was killed has left in the folder: of this machine at once, of another when it is old. */
export async function sweepUploads(folder: string): Promise<void> {
  sweptAt = performance.now()
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.endsWith(ending) && !one.startsWith(owner))) {
    const path = join(folder, name)
    const isOrphan =
      name.startsWith(`${hostname()}.`) && !isRunning(Number(name.slice(hostname().length + 1).split('.')[0]))
    const writtenAt = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    )
    if (isOrphan || writtenAt < performance.timeOrigin + performance.now() - leftOverMs) await rm(path, { force: true })
  }
}

const isRunning = (pid: number): boolean => {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
