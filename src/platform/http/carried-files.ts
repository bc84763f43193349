import multer, { type StorageEngine } from 'multer'

const megabyte = 1024 * 1024
/** The queue of a phone with some eighty photos, as base64. */
export const mostOfFile = 25 * megabyte
/** Less than the proxy lets through. */
const mostOfRequest = 30 * megabyte

/**
 * Reads each file to its end. One that is too big is let go, and its size is kept: what came with it is taken all the same,
 * and the page says which one it was.
 */
const whole: StorageEngine = {
  _handleFile(req, { stream, originalname: name }, done) {
    let chunks: Buffer[] = []
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      req.uploadedBytes = (req.uploadedBytes ?? 0) + chunk.length
      if (size > mostOfFile || req.uploadedBytes > mostOfRequest) chunks = []
      else chunks.push(chunk)
    })
    stream.once('error', done)
    stream.once('end', () => {
      const buffer = Buffer.concat(chunks)
      const carried = { name, size }
      done(null, { buffer: buffer.length === size ? buffer : Buffer.alloc(0), carried } as Partial<Express.Multer.File>)
    })
  },
  _removeFile: (_req, _file, done) => done(null),
}

const limits = { files: 10, fileSize: 100 * megabyte, fields: 10, fieldSize: 1024, parts: 20, headerPairs: 20 }

export const withEnvelopes = multer({ storage: whole, limits, defParamCharset: 'utf8' }).any()
