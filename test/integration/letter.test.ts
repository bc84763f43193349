import { describe, expect, it } from '@jest/globals'
import { cast } from '../support/cast.ts'
import { filedTalk, verifiedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** What a letter says, line by line: head, label and answer, signature. */
async function linesOf(browser: Browser, id: string): Promise<string[]> {
  const { text } = await browser.get(`/laporan/${id}/cetak`).expect(200)
  const body = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  return body
    .replace(/<p class="sheet-head__number".*?<\/p>/s, '')
    .replace(/<\/?(?:strong|span)[^>]*>/g, '')
    .split(/<[^>]+>/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

/** The line after that one. */
const after = (lines: string[], label: string) => lines[lines.indexOf(label) + 1]

describe('a report as a letter', () => {
  it('says each thing once, with months and villages in full, and who has verified it', async () => {
    const people = await cast(store.db)
    const { id, number } = await verifiedTalk(store, people.budi, people.agus)

    const lines = await linesOf(await site(store).as(people.budi), id)

    expect(after(lines, 'Kegiatan')).toBe('Jenis laporan')
    expect(after(lines, 'Jenis laporan')).toBe('Penyuluhan')
    expect(lines.filter((line) => line.includes(number))).toHaveLength(1)
    expect(lines).not.toContain('Wilayah')
    expect(after(lines, 'Kelurahan atau desa')).toBe('Kelurahan Sunyaragi, Kecamatan Kesambi')
    expect(after(lines, 'Tanggal kegiatan')).toBe('24 November 2026')
    expect(after(lines, 'Diverifikasi')).toMatch(/^24 November 2026, \d\d\.\d\d WIB, oleh AKP Agus Prasetyo$/)
    expect(lines).toContain('Cirebon, 24 November 2026')
    expect(lines.filter((line) => /\d Nov 2026/.test(line))).toEqual([])
    expect(lines.slice(lines.indexOf('Mengetahui')).slice(1, 3)).toEqual(['KASAT BINMAS', 'AGUS PRASETYO'])
  })

  it('is marked while nobody has verified it, and leaves room for the one who will', async () => {
    const people = await cast(store.db)
    const { id } = await filedTalk(store, people.budi)

    const lines = await linesOf(await site(store).as(people.budi), id)

    expect(lines).toContain('Belum diverifikasi')
    expect(after(lines, 'Keadaan')).toBe('Terkirim')
    expect(lines.slice(lines.indexOf('Mengetahui')).slice(1, 3)).toEqual(['KASAT BINMAS', 'Cirebon, 24 November 2026'])
  })
})
