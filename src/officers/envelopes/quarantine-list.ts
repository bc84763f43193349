import type { Context } from '../../platform/http/endpoint.ts'

/** What of a list of quarantined envelopes is asked for. */
export interface QuarantineFilter {
  /** Empty: all of them. */
  search: string
  /** From 1. */
  page: number
}

export const pageSize = 25
const mostPages = 10_000

export function quarantineFilter({ query }: Pick<Context, 'query'>): QuarantineFilter {
  const page = Number(query.hal)
  const search = typeof query.cari === 'string' ? query.cari.trim().slice(0, 100) : ''
  return { search, page: Number.isInteger(page) && page > 0 && page <= mostPages ? page : 1 }
}

/** How many rows are asked for: one more than are shown, to know whether there is a next page. */
export const spanOf = ({ page }: QuarantineFilter) => ({ skip: (page - 1) * pageSize, take: pageSize + 1 })

/** The search form above the list and the pages below it; `hrefOf` gives the address of a page of it. */
export function listFrame(
  { t }: Pick<Context, 't'>,
  { search, page }: QuarantineFilter,
  found: number,
  hrefOf: (query: Record<string, string>) => string,
) {
  const pageHref = (at: number) =>
    hrefOf({ ...(search ? { cari: search } : {}), ...(at > 1 ? { hal: String(at) } : {}) })
  return {
    action: hrefOf({}),
    search,
    clear: search || page > 1 ? hrefOf({}) : '',
    order: t('held.order'),
    noMatch: t('held.noMatch'),
    pager: { next: found > pageSize ? pageHref(page + 1) : '', first: page > 1 ? pageHref(1) : '' },
  }
}
