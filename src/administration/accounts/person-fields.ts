import type { Role } from '../../access/policy/actor.ts'
import type { Day } from '../../kernel/days.ts'
import type { UnitLine, Village } from '../units/index.ts'

export interface NewPerson {
  nrp: string
  name: string
  pangkat: string
  position: string
  /** The number to call, as `+62…`. */
  phone: string | null
  role: Role
  unit: UnitLine
  since: Day
  villages: Village[]
}

export interface Edited {
  id: string
  name: string
  pangkat: string
  position: string
  phone: string | null
}

export interface Move {
  id: string
  unit: UnitLine
  role: Role
  position: string
}
