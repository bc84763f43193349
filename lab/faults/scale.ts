const share = Number(process.env.BOS_FAULTS_SHARE ?? 1)

/** So many, or the share of them that BOS_FAULTS_SHARE asks for: what is printed is what was run. */
export const scaled = (count: number): number => Math.max(1, Math.round(count * share))
