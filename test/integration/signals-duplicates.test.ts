import { qualityOf } from '../../lab/bench/duplicates-quality.ts'
import { store } from '../support/store.ts'

const villages = ['32.74.05.1001', '32.74.05.1002', '32.74.05.1004', '32.09.12.2001', '32.09.12.2002']

describe('the rule that tells a second telling from its neighbours', () => {
  it('finds nearly all and bothers hardly anybody', async () => {
    const trial = { seed: 101, codes: villages, days: 14, duplicates: 50, neighbours: 500 }

    const { recall, precision, duplicates, neighbours } = await qualityOf(store.db, store.sessionPool, trial)

    expect({ duplicates, neighbours }).toEqual({ duplicates: 50, neighbours: 500 })
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })
})
