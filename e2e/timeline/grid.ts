import { expect, type Locator, type Page } from '@playwright/test'
import { goTo } from '../walk/desk.ts'
import { type BookableSite, HOUR, type RowName } from './site.ts'

/** The timeline on screen. Hours are counted from the site's `noon`. */
export interface Grid {
  bar(plate: string): Locator
  /** The bars of a row, their plates from left to right. */
  platesOn(row: RowName): Promise<string[]>
  /** Where an hour lies on a row, px. */
  at(row: RowName, hour: number): Promise<{ x: number; y: number }>
  /** Presses at one place, moves to the other, and lets go. `before` is done while it is held there. */
  drag(
    from: { x: number; y: number },
    to: { x: number; y: number },
    before?: () => Promise<void>,
  ): Promise<void>
}

/** Goes to the timeline and lets it show the site's hours, whole. */
export async function openGrid(window: Page, site: BookableSite): Promise<Grid> {
  await goTo(window, 'Timeline')
  await expect(window.locator('.lp-tl')).toBeVisible()
  const bar = (plate: string) => window.locator('.lp-tl [data-booking]', { hasText: plate })
  const row = (name: RowName) =>
    window.locator('.lp-tl-row').and(window.getByLabel(name, { exact: true }))
  return {
    bar,
    platesOn: async (name) =>
      (await row(name).locator('[data-booking] [data-part="0"]').allTextContents()).map((text) =>
        text.trim(),
      ),
    async at(name, hour) {
      const box = await row(name).boundingBox()
      if (box === null) throw new Error(`there is no row ${name}`)
      const x = await xOf(window, site, site.noon + hour * HOUR)
      return { x, y: box.y + box.height / 2 }
    },
    async drag(from, to, before) {
      await window.mouse.move(from.x, from.y)
      await window.mouse.down()
      await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
      await window.mouse.move(to.x, to.y, { steps: 4 })
      await before?.()
      await window.mouse.up()
    },
  }
}

/** Where an instant lies, px: told by where a bar lies whose times are known. */
async function xOf(window: Page, site: BookableSite, at: number): Promise<number> {
  for (const booking of await site.bookings()) {
    if (booking.stationId === null) continue
    const bar = window.locator(`.lp-tl [data-booking="${booking.id}"]`)
    if ((await bar.count()) === 0) continue
    const box = await bar.boundingBox()
    if (box === null) continue
    const { arrivesAt, departsAt } = booking
    return box.x + ((at - arrivesAt) / (departsAt - arrivesAt)) * box.width
  }
  throw new Error('no bar is on screen to measure by')
}
