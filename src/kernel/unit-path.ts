/** The paths from the top of the organisation down to this one, itself included: `/jabar/`, `/jabar/cirebon-kota/`. */
export function pathsDownTo(unitPath: string): string[] {
  const steps = unitPath.split('/').filter((step) => step !== '')
  return steps.map((_, index) => `/${steps.slice(0, index + 1).join('/')}/`)
}
