import { readdirSync, readFileSync } from 'node:fs'

/** What Linux counts in: a hundredth of a second, whatever the kernel was built with. */
const msOfATick = 10

interface Stat {
  pid: number
  parent: number
  ms: number
  /** Of children that have ended. */
  endedMs: number
}

/** One process, or undefined where it has gone by now. */
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [ms, endedMs] = [11, 13].map((at) => (Number(fields[at]) + Number(fields[at + 1])) * msOfATick) as [
      number,
      number,
    ]
    return { pid: Number(pid), parent: Number(fields[1]), ms, endedMs }
  } catch {
    return undefined
  }
}

export const parentOf = (pid: number): number => statOf(String(pid))?.parent ?? 0

/** Milliseconds of processor time by now: of these processes, and of PostgreSQL below that one. Zero where there is no /proc. */
export function cpuMs(apps: readonly number[], postmaster: number): { app: number; postgres: number } {
  const isLinux = process.platform === 'linux'
  const stats = (isLinux ? readdirSync('/proc') : []).flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(name) ?? []) : [],
  )
  const sum = (some: Stat[]) => some.reduce((whole, { ms }) => whole + ms, 0)
  return {
    app: sum(stats.filter(({ pid }) => apps.includes(pid))),
    postgres:
      sum(stats.filter(({ pid, parent }) => pid === postmaster || parent === postmaster)) +
      (stats.find(({ pid }) => pid === postmaster)?.endedMs ?? 0),
  }
}
