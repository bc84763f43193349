import { polsekRoles, type Role } from '../../access/policy/actor.ts'

/** An admin may also sit above the polres; the commanders of this system may not. */
const kindsOf = (role: Role): readonly string[] => {
  if (polsekRoles.includes(role)) return ['polsek']
  return role === 'admin' ? ['polres', 'polda', 'mabes'] : ['polres']
}

/** Whether somebody with this role can serve in a unit of this kind. */
export const fitsIn = (role: Role, unitKind: string): boolean => kindsOf(role).includes(unitKind)
