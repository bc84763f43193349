import { isOnPrivateNetwork, isThisMachine } from '../../kernel/hosts.ts'

const leastLength = 32
const leastBits = 100

/** What examples and hasty hands write where a secret belongs. */
const placeholder =
  /^(?:change|ganti|replace|your|isi|example|contoh|todo|xxx|default|secret$|rahasia$)|change[-_ ]?me|ganti[-_ ]?ini|your[-_ ]?secret|0123456789abcdef/i

/** Why a secret protects nothing, in words for the operator; empty when it may be one. */
export function secretFault(value: string): string {
  if (value === '') return 'is missing'
  if (value.length < leastLength) return `is shorter than ${leastLength} characters`
  if (placeholder.test(value)) return 'is an example, not a secret'
  const repeats = value.length >= 2 && `${value}${value}`.indexOf(value, 1) < value.length
  const bits = value.length * Math.log2(new Set(value).size)
  return repeats || bits < leastBits ? 'can be guessed: make one with `openssl rand -hex 32`' : ''
}

const encrypts = new Set(['require', 'verify-ca', 'verify-full', 'no-verify'])

/** What the address of a database says of its connection: a fault that stops the start, or a warning. */
export function databaseUrlCheck(name: string, value: string): { fault?: string; warning?: string } {
  if (value === '') return {}
  if (!/^postgres(?:ql)?:/.test(value) || !URL.canParse(value))
    return { fault: `${name} is not an address of PostgreSQL` }
  const url = new URL(value)
  const host = url.searchParams.get('host') ?? url.hostname
  const mode = url.searchParams.get('sslmode')
  if (host === '' || host.startsWith('/') || isThisMachine(host) || encrypts.has(mode ?? '')) return {}
  if (isOnPrivateNetwork(host))
    return mode === null
      ? {}
      : { warning: `${name} has sslmode=${mode}: what is sent to ${host} can be read on the way` }
  const remedy = 'add sslmode=verify-full'
  return mode === null
    ? { warning: `${name} has no sslmode: what is sent to ${host} can be read on the way; ${remedy}` }
    : { fault: `${name} has sslmode=${mode}, but ${host} is not on this machine or network: ${remedy}` }
}

interface Serving {
  publicUrl: string
  proxies: number
  host: string
  databaseUrl: string
}

/** Whether others than this machine are meant to come. */
export const isPublic = ({ publicUrl }: Pick<Serving, 'publicUrl'>): boolean =>
  !isThisMachine(new URL(publicUrl).hostname)

/** What keeps a process from serving as it is configured. What only works in the background has no proxies. */
export function servingFaults(config: Serving): string[] {
  const { publicUrl, proxies } = config
  return publicUrl.startsWith('https:') && proxies === 0
    ? [
        `PUBLIC_URL is ${publicUrl}, so that a proxy ends TLS before this server, but TRUSTED_PROXIES is 0: all senders would count as one address. Set it to the number of proxies`,
      ]
    : []
}

/** What is odd about how a process serves, but may be meant. */
export function servingWarnings(config: Serving): string[] {
  const { publicUrl, proxies, host } = config
  const isOpen = !isThisMachine(host)
  return [
    ...(isPublic(config) && publicUrl.startsWith('http:')
      ? [`PUBLIC_URL is ${publicUrl}: passwords and reports can be read on the way, and phones keep nothing; use https`]
      : []),
    ...(!isPublic(config) && proxies > 0
      ? [`TRUSTED_PROXIES is ${proxies}, but PUBLIC_URL is ${publicUrl}: without a proxy anybody can invent an address`]
      : []),
    ...(!isPublic(config) && isOpen
      ? [`HOST is ${host}: other machines of the network can come in by http. For a real server set PUBLIC_URL`]
      : []),
  ]
}
