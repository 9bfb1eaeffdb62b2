import { expect, test } from '@playwright/test'
import { type BookableDesk, bookableDesk, type BookedDesk } from './desk.ts'
import type { Grid } from './grid.ts'
import type { BookableSite } from './site.ts'

let shared: BookableDesk
let desk: BookedDesk
let site: BookableSite
let grid: Grid

test.beforeAll(async () => {
  shared = await bookableDesk()
})
test.beforeEach(async () => {
  desk = await shared.anew()
  ;({ site, grid } = desk)
})
test.afterAll(async () => {
  await shared.app.close()
})

const where = (plate: string) => expect.poll(() => site.where(plate))
/** Takes the last step back, as one does who sees that it was wrong. */
const undo = async () => {
  await desk.window
    .locator('.lp-tl')
    .first()
    .click({ position: { x: 60, y: 20 } })
  await desk.window.keyboard.press('Control+z')
}

test('a bar is dragged in time and to another row, and says beside the pointer that it fits', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 2', 3.5), async () => {
    await expect(window.locator('.lp-ghost-words')).toContainText('fits')
    await expect(window.locator('.lp-ghost')).toHaveText('ABC 123')
  })
  await where('ABC 123').toBe('Bay 3 · 2 3-5')
  expect(await grid.platesOn('Bay 3 · 2')).toEqual(['ABC 123'])
  await expect(window.getByText('Moved ABC 123')).toBeVisible()
  await undo()
  await where('ABC 123').toBe('Bay 1 0-2')
})

test('a bar is dragged by either end, and the other end stays', async () => {
  const start = await grid.at('Bay 1', 0)
  const end = await grid.at('Bay 1', 2)
  await grid.drag({ x: end.x - 3, y: end.y }, await grid.at('Bay 1', 4))
  await where('ABC 123').toBe('Bay 1 0-4')
  await grid.drag({ x: start.x + 3, y: start.y }, await grid.at('Bay 1', 1))
  await where('ABC 123').toBe('Bay 1 1-4')
})

test('a new booking is drawn on empty time and written down beside it', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 3 · 1', 2), await grid.at('Bay 3 · 1', 5))
  await expect(window.getByRole('heading', { name: 'New booking' })).toBeVisible()
  await window.getByRole('textbox', { name: 'Plate' }).fill('jkl 012')
  await window.getByRole('button', { name: 'Book', exact: true }).click()
  await where('JKL 012').toBe('Bay 3 · 1 2-5')
  await expect(grid.bar('JKL 012')).toBeVisible()
})

test('what has no place is dragged from the tray onto a row', async () => {
  const card = desk.window.locator('.lp-tray [data-booking]', { hasText: 'GHI 789' })
  const box = await card.boundingBox()
  if (box === null) throw new Error('the tray is not there')
  await grid.drag({ x: box.x + 20, y: box.y + 10 }, await grid.at('Bay 3 · 1', 1))
  await where('GHI 789').toBe('Bay 3 · 1 1-3')
  await expect(desk.window.locator('.lp-tray')).toBeHidden()
  await undo()
  await where('GHI 789').toBe('nowhere 0-2')
})

test('several that are chosen move together, as one step', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click({ modifiers: ['Control'] })
  await grid.bar('DEF 456').click({ modifiers: ['Control'] })
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 2', 3.5))
  await where('ABC 123').toBe('Bay 2 3-5')
  await where('DEF 456').toBe('Bay 3 · 1 4-6')
  await expect(window.getByText('Moved 2 bookings')).toBeVisible()
  await undo()
  await where('ABC 123').toBe('Bay 1 0-2')
  await where('DEF 456').toBe('Bay 2 1-3')
})

test('with Ctrl a copy is put down and the first one stays', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 0.5), async () => {
    await window.keyboard.down('Control')
  })
  await window.keyboard.up('Control')
  await where('ABC 123').toBe('Bay 1 0-2, Bay 3 · 1 0-2')
})

test('a booking is split in two from its acts', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click()
  await window.getByRole('button', { name: 'What can be done' }).click()
  await window.getByRole('menuitem', { name: 'Split…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Split' }).click()
  await where('ABC 123').toBe('Bay 1 0-1, Bay 1 1-2')
})

test('Escape leaves what is dragged where it was, and a drag does not open what it lets go of', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 3.5), async () => {
    await window.keyboard.press('Escape')
    await expect(window.locator('.lp-ghost')).toHaveCount(0)
  })
  await where('ABC 123').toBe('Bay 1 0-2')
  await expect(window.getByRole('complementary')).toHaveCount(0)
})

test('times snap to the step that is chosen', async () => {
  const { window } = desk
  await window.getByLabel('Snap').selectOption('60')
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 1', 3.8))
  await where('ABC 123').toBe('Bay 1 3-5')
  await window.getByLabel('Snap').selectOption('5')
  await grid.drag(await grid.at('Bay 1', 3.5), await grid.at('Bay 1', 3.5 + 10 / 60))
  await expect
    .poll(async () => Number((await site.where('ABC 123')).split(' ')[2]?.split('-')[0]))
    .toBeCloseTo(3 + 10 / 60, 5)
})

test('at the edge of the grid the view comes along', async () => {
  const { window } = desk
  const box = await window.locator('.lp-tl').boundingBox()
  if (box === null) throw new Error('there is no grid')
  const from = await grid.at('Bay 1', 0.5)
  const before = await grid.at('Bay 1', 0)
  await grid.drag(from, { x: box.x + box.width - 4, y: from.y }, () => window.waitForTimeout(1_200))
  const hour = async () => Number((await site.where('ABC 123')).split(' ')[2]?.split('-')[0])
  // What lies where is measured by what the hub has: not before it has the drop.
  await expect.poll(hour).toBeGreaterThan(20)
  const after = await grid.at('Bay 2', 1)
  expect(after.x).toBeLessThan(before.x)
})

test('the wheel with Ctrl zooms around the pointer', async () => {
  const { window } = desk
  const spot = await grid.at('Bay 1', 0)
  const widthOf = async () => (await grid.bar('ABC 123').boundingBox())?.width ?? 0
  const before = await widthOf()
  await window.mouse.move(spot.x, spot.y)
  await window.keyboard.down('Control')
  await window.mouse.wheel(0, -400)
  await window.keyboard.up('Control')
  await expect.poll(widthOf).toBeGreaterThan(before * 1.5)
  expect(Math.abs((await grid.at('Bay 1', 0)).x - spot.x)).toBeLessThan(2)
})
