import type { Letterhead } from '../../administration/units/index.ts'
import { showDay } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'

interface Signer {
  name: string
  pangkat: string
  nrp: string
  position: string
}

const signed = ({ name, pangkat, nrp, position }: Signer) => ({
  ...{ position: position.toUpperCase(), name: name.toUpperCase() },
  line: `${pangkat.toUpperCase()} NRP ${nrp}`,
})

/** The foot of a letter of figures: where and when, who signs it, and who heads his unit. */
export const signaturesOf = ({ locale, today, actor }: Context, { place }: Letterhead, commander: Signer | null) => ({
  placeAndDay: `${place}, ${showDay(today, locale, 'long')}`,
  signer: signed(actor),
  commander: commander ? [signed(commander)] : [],
})
