import { body, type ValidationChain } from 'express-validator'
import type { Handling, Sent } from '../platform/http/endpoint.ts'
import { isMessageKey } from '../platform/i18n/say.ts'
import type { Sealer } from '../platform/seal.ts'
import { coerceField, type Field, fieldProblem } from '../reports/index.ts'
import { householdFields } from './household-fields.ts'
import type { NewHousehold } from './households.commands.ts'
import { householdByNik, sameHousehold } from './households.queries.ts'
import { nikFault } from './nik.ts'

type Form = Handling<{ villages: { code: string }[] }>

const read = (sent: Sent, name: string): unknown =>
  coerceField((householdFields as Record<string, Field>)[name]!, sent[name])

/** A chain per question, by the same rules as those of a report; then what needs the register. */
export const householdChains =
  (sealer: Sealer) =>
  ({ sent, subject, today, locale, t, tx }: Form): ValidationChain[] => {
    const own = new Set(subject.villages.map(({ code }) => code))
    const chains = Object.entries(householdFields).map(([name, field]) =>
      body(name).custom(() => {
        const message = fieldProblem(field, read(sent, name), today, locale, (key, params) =>
          isMessageKey(key) ? t(key, params) : key,
        )
        if (message) throw new Error(message)
        return true
      }),
    )
    return [
      ...chains,
      body('wilayah').custom((value: unknown) => {
        if (!own.has(String(value))) throw new Error(t('rule.notYourVillage'))
        return true
      }),
      body('nik').custom(async () => {
        const { nik } = householdFrom(sent)
        const fault = nik === null ? undefined : nikFault(nik)
        if (fault) throw new Error(t(fault.key, fault.params))
        if (nik !== null && (await householdByNik(tx, sealer.index(nik)))) throw new Error(t('household.nikKnown'))
      }),
      body('nama').custom(async () => {
        const { villageCode, rt, rw, headName } = householdFrom(sent)
        const isComplete =
          own.has(villageCode) && Number.isInteger(rt) && Number.isInteger(rw) && typeof headName === 'string'
        if (isComplete && (await sameHousehold(tx, villageCode, rt, rw, headName))) throw new Error(t('household.same'))
      }),
    ]
  }

export const householdFrom = (sent: Sent): NewHousehold => {
  const text = (name: string) => read(sent, name) as string | null
  return {
    villageCode: text('wilayah') ?? '',
    rt: read(sent, 'rt') as number,
    rw: read(sent, 'rw') as number,
    headName: text('nama') ?? '',
    address: text('alamat'),
    occupation: text('pekerjaan'),
    residents: read(sent, 'penghuni') as number | null,
    phone: text('hp'),
    emergencyContact: text('darurat'),
    nik: typeof text('nik') === 'string' ? text('nik')!.replace(/[\s.-]/g, '') : null,
  }
}
