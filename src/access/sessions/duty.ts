import { paths } from '../../kernel/paths.ts'
import type { Actor } from '../policy/actor.ts'

/** The page that a person must answer before any other; undefined when nothing is due. */
export function dutyOf({ mustChangePassword, mustConfirmDevices }: Actor): string | undefined {
  if (mustChangePassword) return paths.password
  return mustConfirmDevices ? paths.confirmDevices : undefined
}

/** Whether a control of this name holds a password. */
export const isSecret = (name: string): boolean => /sandi/i.test(name)
