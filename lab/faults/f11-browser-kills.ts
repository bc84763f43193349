import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { clearPhones } from '../../test/support/killable.ts'
import { queueOn } from './browsing.ts'
import { Chance } from './chance.ts'
import { DiskPhone } from './disk-phone.ts'
import type { Fault, Found } from './faults.ts'
import type { Journal } from './journal.ts'
import { judge } from './oracle.ts'
import { scaled } from './scale.ts'
import { inService, type Service } from './service.ts'
import type { Officer } from './world.ts'
import { remembered, written } from './writing.ts'

const each = scaled(100)
const mostLostMs = 1000

interface Hand {
  phone: DiskPhone
  officer: Officer
  journal: Journal
  chance: Chance
}

/** Typing, letter by letter, until the browser dies. Gives what of it was gone afterwards, in milliseconds of typing. */
async function midDraft({ phone, chance }: Hand): Promise<number[]> {
  const form = '/laporan/penyuluhan/baru'
  const losses: number[] = []
  let address = form
  for (let at = 0; at < each; at += 1) {
    const page = await phone.at(address)
    const field = page.locator('[name=materi]')
    if (at > 0) await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    const head = `kalimat ${at} `
    await field.fill(head)
    const typedAt = Array.from(head, () => performance.now())
    const until = performance.now() + chance.whole(1000, 2500)
    const line = chance.words(60)
    for (let next = 0; performance.now() < until; next += 1) {
      await field.press(line[next % line.length] === ' ' ? 'Space' : line[next % line.length]!)
      typedAt.push(performance.now())
    }
    if (at === 0) address = await draftAddress(page)
    const whole = await field.inputValue()
    await phone.kill()
    const killedAt = performance.now()

    const again = await phone.at(address)
    await again.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    const found = await again.locator('[name=materi]').inputValue()
    // What is not even the beginning of it is lost from its first letter on.
    const kept = whole.startsWith(found) ? found.length : 0
    losses.push(kept === whole.length ? 0 : killedAt - typedAt[kept]!)
  }
  return losses
}

async function draftAddress(page: Page): Promise<string> {
  await page.waitForURL(/[?]draf=/)
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

/** Send is pressed, and the browser dies while it seals, stores or sends. */
async function midSeal({ phone, officer, journal, chance }: Hand): Promise<void> {
  for (let at = 0; at < each; at += 1) {
    const page = await phone.at('/laporan/kilat')
    const [id, kilat] = [await page.locator('input[name="laporanId"]').first().inputValue(), chance.words(8)]
    await page.locator('[name="jenis"]').selectOption('penyuluhan')
    await page.locator('[name="kilat"]').fill(kilat)
    await page.locator('[data-pill]', { hasText: /^Tersimpan/ }).waitFor()
    journal.write({ what: 'sent', id, author: officer.id, mark: kilat, type: 'kilat', texts: { kilat }, photos: [] })
    await page.evaluate(`setTimeout(() => document.querySelector('button[name=aksi][value=kirim]').click())`)
    await rest(chance.whole(0, 250))
    await phone.kill()
  }
}

/** Reports with photos are on their way, and the browser dies. */
async function midDrain({ phone, officer, journal, chance }: Hand): Promise<void> {
  for (let at = 0; at < each; at += 1) {
    const page = await phone.at('/')
    await page.context().setOffline(true)
    for (let count = 0; count < 2; count += 1) {
      const report = await written(officer, chance, { talks: 0, photos: 1 })
      journal.write(await remembered(report, officer.id))
      await queueOn(page, report)
    }
    await page.context().setOffline(false)
    await page.evaluate(`void location.reload()`)
    await rest(chance.whole(0, 900))
    await phone.kill()
  }
}

async function killed({ fleet, cluster, officers, journal, standing }: Service): Promise<Found> {
  const [officer] = officers as [Officer]
  const phone = new DiskPhone(fleet.port, officer)
  const hand = { phone, officer, journal, chance: new Chance(11) }
  const losses = (await midDraft(hand)).sort((a, b) => a - b)
  await midSeal(hand)
  await midDrain(hand)
  const page = await phone.at('/')
  const deadline = Date.now() + 60_000
  while ((await phone.onDisk(page)).queue.length > 0 && Date.now() < deadline) {
    await phone.at('/')
    await rest(500)
  }
  const { queue, drafts } = await phone.onDisk(page)
  const { sends, lost, doubled, wrong } = await judge(cluster.url, journal.lines)
  // Not yet said to be stored when the browser died: it is back in its form.
  const there = new Set([...(await standing()), ...drafts, ...queue])
  const gone = lost.filter((id) => !there.has(id))
  const back = drafts.filter((id) => lost.includes(id)).length
  const longest = losses.at(-1)!
  return {
    figure: `${each * 3} kills, ${sends} sends: ${gone.length} lost, ${doubled.length} doubled, ${queue.length} left over, ${back} back in their forms; of a draft ${Math.round(longest)} ms of typing lost at most, ${Math.round(losses[each >> 1]!)} ms in the middle`,
    violations: [
      ...gone.map((id) => `lost: ${id}`),
      ...doubled.map((id) => `doubled: ${id}`),
      ...wrong,
      ...queue.map((id) => `never arrived: ${id}`),
      ...losses.filter((ms) => ms > mostLostMs).map((ms) => `${Math.round(ms)} ms of a draft were lost`),
    ],
  }
}

/** F11: nothing is asked, nothing is tidied up: SIGKILL to the whole browser. */
export const browserKills: Fault = {
  name: 'F11',
  what: 'the browser killed while a draft is typed, while it seals, while it sends',
  run: async () => {
    try {
      return await inService(killed)
    } finally {
      await clearPhones()
    }
  },
}
