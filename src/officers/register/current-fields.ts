import type { Context } from '../../platform/http/endpoint.ts'
import { fieldsToday } from '../../reports/registry/index.ts'
import type { RegisterKind } from './kinds.ts'

/** The part of the register as its form asks today: with the words that the admin keeps. */
export const currentFields = async ({ tx, today, actor }: Context, kind: RegisterKind): Promise<RegisterKind> => ({
  ...kind,
  fields: await fieldsToday(tx, kind.fields, today, actor.unitPath),
})
