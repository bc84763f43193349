import type { Letterhead } from '../../administration/units/index.ts'
import { showDay } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Signer, Signers } from './signers.queries.ts'

const signed = ({ name, pangkat, nrp, position }: Signer) => ({
  position: position.toUpperCase(),
  name: name.toUpperCase(),
  line: `${pangkat.toUpperCase()} NRP ${nrp}`,
})

/** The foot of a letter of figures: where and as of when, who signs it, and who heads their unit. */
export const signaturesOf = ({ locale }: Context, { place }: Letterhead, { day, signer, commander }: Signers) => ({
  placeAndDay: `${place}, ${showDay(day, locale, 'long')}`,
  signer: signed(signer),
  commander: commander ? [signed(commander)] : [],
})
