import { uncountedStates } from '../../access/policy/policy.ts'
import { villageHead, villageInFull, villageTitle } from '../../administration/units/index.ts'
import { rtRw } from '../../kernel/format.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Answers, Names, ReportType } from '../engine/index.ts'
import { allTerms } from '../registry/index.ts'

/** What letters say of villages besides. */
export interface LetterNames extends Names {
  villageInFull: (code: string) => string
  villageHead: (code: string) => string
}

interface Named {
  villageCode: string
  entryId: string | null
}

const entryName = (entry: { name: string; rt: number | null; rw: number | null }) =>
  [entry.name, rtRw(entry)].filter((part) => part !== '').join(', ')

/** The names of everything that these reports hold by code or id, asked for once, also inside of a transaction. */
export async function namesFor(tx: Reader, reports: readonly Named[]): Promise<LetterNames> {
  const codes = [...new Set(reports.map(({ villageCode }) => villageCode))]
  const ids = [...new Set(reports.flatMap(({ entryId }) => entryId ?? []))]
  const areas =
    codes.length === 0
      ? []
      : await tx.area.findMany({ where: { code: { in: [...codes, ...codes.map((code) => code.slice(0, 8))] } } })
  const nameParts = { id: true, name: true, rt: true, rw: true }
  const entries =
    ids.length === 0 ? [] : await tx.registerEntry.findMany({ where: { id: { in: ids } }, select: nameParts })
  const terms = await allTerms(tx)
  const areaOf = new Map(areas.map(({ code, name }) => [code, name]))
  const labelOf = new Map(terms.map(({ vocabulary, key, label }) => [`${vocabulary}/${key}`, label]))
  const entryNameOf = new Map(entries.map((one) => [one.id, entryName(one)]))
  const area = (code: string) => {
    const [name, subdistrict] = [areaOf.get(code) ?? code, areaOf.get(code.slice(0, 8)) ?? '']
    return { code, name, subdistrict }
  }
  return {
    village: (code) => {
      const { subdistrict, ...village } = area(code)
      return subdistrict ? `${villageTitle(village)}, Kec. ${subdistrict}` : villageTitle(village)
    },
    villageInFull: (code) => villageInFull(area(code)),
    villageHead: (code) => villageHead(area(code)),
    entry: (id) => entryNameOf.get(id) ?? id,
    term: (vocabulary, key) => labelOf.get(`${vocabulary}/${key}`),
  }
}

/** The same for what else came under the id of a report. Nobody has checked that: an entry is named only where it lies in the report's village. */
export async function namesBeside(
  tx: Reader,
  report: Named,
  { entryField }: ReportType,
  others: readonly Answers[],
): Promise<LetterNames> {
  const ids = others.map((answers) => String(answers[entryField] ?? '')).filter(isUuid)
  const near =
    ids.length === 0
      ? []
      : await tx.registerEntry.findMany({ where: { id: { in: ids }, villageCode: report.villageCode } })
  const villages = others.map(({ wilayah }) => String(wilayah ?? report.villageCode))
  return namesFor(tx, [
    report,
    ...villages.map((villageCode) => ({ villageCode, entryId: null })),
    ...near.map(({ id, villageCode }) => ({ villageCode, entryId: id })),
  ])
}

export const entryOf = async (tx: Reader, id: string) =>
  isUuid(id) ? tx.registerEntry.findUnique({ where: { id } }) : null

/** An entry of the register with its doubles, or with the entry that stands for it and its other doubles. */
export async function sameHome(tx: Reader, entryId: string): Promise<string[]> {
  const { mergedInto } = await tx.registerEntry.findUniqueOrThrow({ where: { id: entryId } })
  const standing = mergedInto ?? entryId
  const doubles = await tx.registerEntry.findMany({ where: { mergedInto: standing }, select: { id: true } })
  return [standing, ...doubles.map(({ id }) => id)]
}

/** When the entry of the register was last visited, as far as reports tell. */
export async function lastVisitTo(tx: Reader, entryId: string): Promise<Date | undefined> {
  const last = await tx.report.findFirst({
    where: { entryId: { in: await sameHome(tx, entryId) }, state: { notIn: [...uncountedStates] } },
    orderBy: { occurredAt: 'desc' },
    select: { occurredAt: true },
  })
  return last?.occurredAt
}

/** The village of a report: that of its entry in the register where the type has one, else the one that was answered. */
export const villageOf = async (tx: Reader, { entryField }: ReportType, answers: Answers): Promise<string> =>
  entryField ? ((await entryOf(tx, String(answers[entryField])))?.villageCode ?? '') : String(answers.wilayah)
