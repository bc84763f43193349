const steps: [RegExp, string][] = [
  [/^Polda /, 'Daerah '],
  [/^Polrestabes /, 'Resor Kota Besar '],
  [/^Polresta /, 'Resor Kota '],
  [/^Polres /, 'Resor '],
  [/^Polsek /, 'Sektor '],
]

/** `Resor Cirebon Kota` for `Polres Cirebon Kota`: units are named in full on paper. */
function inFull(name: string): string {
  const step = steps.find(([short]) => short.test(name))
  return step ? name.replace(step[0], step[1]) : name
}

/** The head of an official letter: at most three lines, in capitals, from the top of the organisation down to the unit. */
export function letterhead(units: readonly { kind: string; name: string }[]): string[] {
  const names = units.filter(({ kind }) => kind !== 'mabes').map(({ name }) => inFull(name).toUpperCase())
  const [first = '', ...rest] = names.slice(-3)
  return names.length > 2 ? [`POLRI ${first}`, ...rest] : ['KEPOLISIAN NEGARA REPUBLIK INDONESIA', ...names]
}

/** Where a unit signs: `Cirebon Kota` for `Polres Cirebon Kota`. */
export const placeOfSigning = (unitName: string): string => unitName.replace(/^Pol\S+ /, '')
