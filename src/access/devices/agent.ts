/** In the order of asking: a browser also names the ones it wants to be taken for. */
const browsers = {
  Edg: 'Edge',
  OPR: 'Opera',
  SamsungBrowser: 'Samsung Internet',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
}
const systems = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'Windows',
  'Mac OS X': 'macOS',
  Linux: 'Linux',
}

/** A name an officer recognises; a browser's own description of itself is for machines. */
export function deviceName(agent: string, unknown: string): string {
  const firstOf = (names: object) => Object.entries(names).find(([sign]) => agent.includes(sign))?.[1]
  const [browser, system] = [firstOf(browsers), firstOf(systems)]
  return browser && system ? `${browser}, ${system}` : unknown
}
