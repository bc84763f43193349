import { defineReportType } from '../../src/reports/engine/definition.ts'
import { choice, list, long, text } from '../../src/reports/engine/fields.ts'
import { derivedFrom } from '../../src/reports/report-row.ts'

const words = (id: string) => ({ id, en: id })
const options = { rendah: words('rendah'), tinggi: words('tinggi') }

const type = defineReportType({
  ...{ key: 'uji', code: 'UJI', version: 1, order: 1, place: 'asked' },
  ...{ title: words('Uji'), short: words('Uji'), hint: words('Uji'), headline: words('{judul}') },
  fields: {
    judul: text({ label: words('Judul') }),
    urgensi: choice({ label: words('Urgensi'), options, ranks: { tinggi: 20 } }),
    nilai: choice({ label: words('Nilai'), options, ranks: { rendah: 1, tinggi: 3 } }),
    kejadian: long({ label: words('Kejadian') }),
    saksi: list({
      label: words('Saksi'),
      items: { nama: text({ label: words('Nama') }), cerita: long({ label: words('Cerita') }) },
    }),
    sumber: long({ label: words('Sumber'), sealed: true }),
  },
  sections: [{ title: words('Isi'), fields: ['judul', 'urgensi', 'nilai', 'kejadian', 'saksi', 'sumber'] }],
  photos: { label: words('Foto'), hint: words(''), min: 0, max: 3 },
  target: { count: 1, per: 'minggu' },
})

const answers = {
  ...{ judul: 'Pagar', urgensi: 'tinggi', nilai: 'rendah', kejadian: 'Pagar dirusak.', sumber: 'Pak RT.' },
  saksi: [
    { nama: 'Joko', cerita: 'Melihat dua orang.' },
    { nama: 'Siti', cerita: null },
  ],
}

describe('what is derived from the answers', () => {
  it('is all that was told in prose, also in lists, but nothing that is sealed', () => {
    expect(derivedFrom(type, answers).narrative).toBe('Pagar dirusak.\nMelihat dua orang.')
    expect(derivedFrom(type, {}).narrative).toBe('')
  })

  it('is the sum of the points of the chosen options', () => {
    expect(derivedFrom(type, answers).priority).toBe(21)
    expect(derivedFrom(type, { ...answers, urgensi: 'rendah', nilai: null }).priority).toBe(0)
  })
})
