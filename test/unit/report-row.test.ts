import { defineReportType } from '../../src/reports/engine/definition.ts'
import { choice, list, long, text } from '../../src/reports/engine/fields.ts'
import { storedColumnsOf } from '../../src/reports/record/report-row.ts'

const words = (id: string) => ({ id, en: id })
const options = { rendah: words('rendah'), tinggi: words('tinggi') }

const type = defineReportType({
  key: 'uji',
  code: 'UJI',
  version: 1,
  order: 1,
  place: 'asked',
  title: words('Uji'),
  short: words('Uji'),
  hint: words('Uji'),
  headline: words('{judul}'),
  fields: {
    judul: text({ label: words('Judul') }),
    urgensi: choice({ label: words('Urgensi'), options, ranks: { tinggi: 20 } }),
    nilai: choice({ label: words('Nilai'), options, ranks: { rendah: 1, tinggi: 3 } }),
    kejadian: long({ label: words('Kejadian') }),
    saksi: list({
      label: words('Saksi'),
      items: { nama: text({ label: words('Nama') }), cerita: long({ label: words('Cerita') }) },
    }),
    sumber: long({ label: words('Sumber'), confidential: true }),
  },
  sections: [
    { title: words('Isi'), fields: ['judul', 'urgensi', 'nilai', 'kejadian', 'saksi'] },
    { title: words('Sumber'), fields: ['sumber'] },
  ],
  photos: { label: words('Foto'), hint: words(''), min: 0, max: 3 },
  target: { count: 1, per: 'minggu' },
})

const answers = {
  judul: 'Pagar',
  urgensi: 'tinggi',
  nilai: 'rendah',
  kejadian: 'Pagar dirusak.',
  sumber: 'Pak RT.',
  saksi: [
    { nama: 'Joko', cerita: 'Melihat dua orang.' },
    { nama: 'Siti', cerita: null },
  ],
}

describe('what is kept of the answers', () => {
  it('is all of them but those that are sealed, not even their keys', () => {
    const { sumber: _, ...open } = answers
    expect(storedColumnsOf(type, answers).answers).toEqual(open)
    expect(storedColumnsOf(type, { sumber: null }).answers).toEqual({})
  })

  it('is all that was told in prose, also in lists, but nothing that is sealed', () => {
    expect(storedColumnsOf(type, answers).narrative).toBe('Pagar dirusak.\nMelihat dua orang.')
    expect(storedColumnsOf(type, {}).narrative).toBe('')
  })

  it('is the sum of the points of the chosen options', () => {
    expect(storedColumnsOf(type, answers).priority).toBe(21)
    expect(storedColumnsOf(type, { ...answers, urgensi: 'rendah', nilai: null }).priority).toBe(0)
  })
})
