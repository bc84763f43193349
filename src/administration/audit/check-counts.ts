/** How much of each kind there is to check, or has been. */
export type CheckCounts = Record<'entries' | 'reports' | 'photos' | 'nihil', number>
