import { randomUUID } from 'node:crypto'
import { type Cast, cast } from './cast.ts'
import { penyuluhan, photo } from './filing.ts'
import { enrolled, type Phone, type Sealed, type Sealing, seal } from './phone.ts'
import { roomy, type Site, site } from './site.ts'
import { store } from './store.ts'

export interface PhoneScene {
  people: Cast
  here: Site
  phone: Phone
}

/** A server with room for all, and a phone that it knows as Budi's. */
export async function withPhone(): Promise<PhoneScene> {
  const people = await cast(store.db)
  const here = site(store, { limits: roomy })
  return { people, here, phone: await enrolled(await here.as(people.budi)) }
}

/** A talk of Budi with one photo, sealed. */
export const aTalk = async (phone: Phone, own: Partial<Sealing> = {}): Promise<Sealed> =>
  seal(phone, { id: randomUUID(), wire: penyuluhan(), photos: [await photo()], ...own })
