import { expect, test } from '@playwright/test'
import { type BookableDesk, bookableDesk, type BookedDesk } from './desk.ts'
import type { Grid } from './grid.ts'
import { type BookableSite, HOUR } from './site.ts'

/** The way for who can't drag: every test here only clicks. */
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
const click = ({ x, y }: { x: number; y: number }) => desk.window.mouse.click(x, y)

test('a booking is picked up with a click and put down with another', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click()
  await window.getByRole('button', { name: 'Pick up' }).click()
  await expect(window.locator('.lp-held')).toContainText('Click where it is to go')
  const spot = await grid.at('Bay 3 · 1', 3)
  await window.mouse.move(spot.x - 40, spot.y)
  await window.mouse.move(spot.x, spot.y)
  await expect(window.locator('.lp-ghost-words')).toContainText('fits')
  await click(spot)
  await where('ABC 123').toBe('Bay 3 · 1 3-5')
})

test('Escape and the button both leave what was picked up where it was', async () => {
  const { window } = desk
  for (const leave of [
    () => window.keyboard.press('Escape'),
    () => window.locator('.lp-held').getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await grid.bar('ABC 123').click()
    await window.getByRole('button', { name: 'Pick up' }).click()
    await leave()
    await expect(window.locator('.lp-held')).toHaveCount(0)
  }
  await where('ABC 123').toBe('Bay 1 0-2')
})

test('what has no place is picked up from the tray', async () => {
  const { window } = desk
  await window.locator('.lp-tray [data-booking]').click()
  await window.getByRole('button', { name: 'Pick up' }).click()
  await click(await grid.at('Bay 3 · 2', 1))
  await where('GHI 789').toBe('Bay 3 · 2 1-3')
})

test('a copy is picked up from the acts', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click()
  await window.getByRole('button', { name: 'What can be done' }).click()
  await window.getByRole('menuitem', { name: 'Copy' }).click()
  await click(await grid.at('Bay 3 · 2', 1))
  await where('ABC 123').toBe('Bay 1 0-2, Bay 3 · 2 1-3')
})

test('the Move dialog asks where to, says what is in the way, and takes the suggestion', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click()
  await window.getByRole('button', { name: 'What can be done' }).click()
  await window.getByRole('menuitem', { name: 'Move to…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Move to' })
  await dialog.getByRole('combobox', { name: 'Connector' }).click()
  await window.getByRole('option', { name: 'Bay 2' }).click()
  await expect(dialog.getByRole('alert')).toContainText('DEF 456 is there')
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled()
  await dialog.getByRole('alert').getByRole('button').first().click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await where('ABC 123').not.toBe('Bay 1 0-2')
  expect((await site.bookings()).filter(({ plate }) => plate === 'ABC 123')).toHaveLength(1)
})

/** By the clock of the machine, which is the site's too. */
test('the times are changed in the form, both ends', async () => {
  const { window } = desk
  await grid.bar('ABC 123').click()
  await window.getByRole('button', { name: 'Change…' }).click()
  const type = async (field: string, at: number) => {
    await window.getByLabel(`${field}, day`).fill(new Date(at).toLocaleDateString('sv-SE'))
    await window.getByLabel(`${field}, time`).fill(new Date(at).toTimeString().slice(0, 5))
  }
  await type('Arrives', site.noon + 0.5 * HOUR)
  await type('Departs', site.noon + 4 * HOUR)
  await window.getByRole('button', { name: 'Save' }).click()
  await where('ABC 123').toBe('Bay 1 0.5-4')
})
