/** Pages of the audit, by the names that its sentences have. */
export const tracedPages = [
  ...(['report', 'information', 'otherSend', 'comparison', 'reports', 'agreement', 'entry', 'phoneList'] as const),
  ...(['recap', 'recapText', 'dashboard', 'coverage', 'morningSheet', 'search', 'account'] as const),
] as const

export type TracedPage = (typeof tracedPages)[number]
