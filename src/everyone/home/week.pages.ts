import { polsekRoles } from '../../access/policy/actor.ts'
import { showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { RowFigures } from './home.queries.ts'

type Spans = { dari: string; sampai: string }

/** The week by polsek; polsek staff see it by officer. */
export function weekTable({ t, locale, actor }: Context, rows: RowFigures[], spans: Spans) {
  const isPolsek = polsekRoles.includes(actor.role)
  const listOf = (key: string) => (isPolsek ? { ...spans, petugas: key } : { ...spans, satuan: key })
  const hrefOf = (key: string) =>
    isPolsek ? paths.reports({ ...listOf(key), keadaan: 'dihitung' }) : paths.recap({ satuan: key, baris: 'petugas' })
  const numbers = (
    { verified, unverified }: Pick<RowFigures, 'verified' | 'unverified'>,
    list: Record<string, string>,
  ) => [
    cell(showNumber(verified, locale), verified > 0 ? paths.reports({ ...list, keadaan: 'terverifikasi' }) : ''),
    cell(
      showNumber(unverified, locale),
      unverified > 0 ? paths.reports({ ...list, keadaan: 'belum-terverifikasi' }) : '',
    ),
  ]
  const total = {
    verified: rows.reduce((sum, { verified }) => sum + verified, 0),
    unverified: rows.reduce((sum, { unverified }) => sum + unverified, 0),
  }
  return {
    caption: t(isPolsek ? 'home.byOfficer' : 'home.byUnit'),
    head: [
      { label: t(isPolsek ? 'recap.rows.petugas' : 'personnel.unit'), align: 'left', href: '' },
      { label: t('report.state.verified'), align: 'right', href: '' },
      { label: t('home.unverified'), align: 'right', href: '' },
    ],
    rows: rows.map((row) => [named(row.name, hrefOf(row.key)), ...numbers(row, listOf(row.key))]),
    foot: [named(t('recap.total'), ''), ...numbers(total, spans)],
  }
}

const named = (text: string, href: string) => ({ text, href, align: 'left', small: '', header: true })
const cell = (text: string, href: string) => ({ text, href, align: 'right', small: '', header: false })
