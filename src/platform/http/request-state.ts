import type { Actor } from '../../access/policy/actor.ts'
import type { UploadedFile } from './endpoint.ts'

declare global {
  // Express lets its requests be typed through this namespace only.
  namespace Express {
    /** Who is signed in, as Passport puts it into the request. */
    interface User extends Actor {}

    /** What the platform notes about a request while it is read and answered. */
    interface Request {
      /** The random name of the browser, from its cookie. */
      device: string
      /** What was typed, before validation changes the body; also of a body that was too large to read on. */
      typed?: Record<string, unknown>
      uploaded?: UploadedFile[]
      /** Files that came and were not read. */
      dropped?: number
      /** Where large uploads wait on the disk. */
      uploadFolder: string
      /** Bytes of all uploads of the request, to bound them. */
      uploadedBytes?: number
    }
  }
}
