/** The roles of the institution; KBO reads and returns for the Kasat but gives no final approval. */
export const roles = ['bhabinkamtibmas', 'kanit', 'kapolsek', 'kbo', 'kasat', 'kapolres', 'admin'] as const

export type Role = (typeof roles)[number]

/** Who makes this request, as far as rules need to know. */
export interface Actor {
  id: string
  nrp: string
  name: string
  pangkat: string
  position: string
  role: Role
  unitId: string
  unitName: string
  unitPath: string
  timeZone: string
  mustChangePassword: boolean
  /** Whether this session began with a one-time code: only then may a first password be chosen without the old one. */
  showedSlip: boolean
  /** Whether the person has yet to say which devices may go on signing for the account. */
  mustConfirmDevices: boolean
  /** Whether the polres wants the polsek to read first. */
  twoStage: boolean
  /** Of an admin: whether every polres of the server is below their unit, so that what belongs to all is theirs. */
  coversServer: boolean
}

/** The roles that serve in a polsek; the others serve in the polres. */
export const polsekRoles: readonly Role[] = ['bhabinkamtibmas', 'kanit', 'kapolsek']
