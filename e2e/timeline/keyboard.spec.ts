import { expect, test } from '@playwright/test'
import { tabTo } from '../walk/desk.ts'
import { type BookableDesk, bookableDesk, type BookedDesk } from './desk.ts'
import type { Grid } from './grid.ts'
import type { BookableSite } from './site.ts'

/** No test here touches the mouse once the timeline is open. */
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
  await tabTo(desk.window, grid.bar('ABC 123'))
})
test.afterAll(async () => {
  await shared.app.close()
})

const where = (plate: string) => expect.poll(() => site.where(plate))
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.window.keyboard.press(key)
}

test('arrows walk the bars, Enter opens one, Escape closes it', async () => {
  await press('ArrowDown')
  await expect(grid.bar('DEF 456')).toBeFocused()
  await press('Enter')
  await expect(desk.window.getByRole('heading', { name: 'DEF 456' })).toBeVisible()
  await press('Escape')
  await expect(desk.window.getByRole('complementary')).toHaveCount(0)
})

test('M picks a bar up, arrows move it by a quarter, Shift by an hour, up and down to other rows, Enter puts it down', async () => {
  const { window } = desk
  await press('m')
  await expect(window.locator('.lp-held')).toContainText('Moving ABC 123')
  await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await press('ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'ArrowDown')
  await expect(window.locator('.lp-held').getByRole('status')).toContainText('fits')
  await press('Enter')
  await where('ABC 123').toBe('Bay 3 · 1 3-5')
  await press('Control+z')
  await where('ABC 123').toBe('Bay 1 0-2')
  await press('Control+Shift+z')
  await where('ABC 123').toBe('Bay 3 · 1 3-5')
})

test('Escape puts it back where it was', async () => {
  await press('m', 'ArrowDown', 'Escape')
  await expect(desk.window.locator('.lp-ghost')).toHaveCount(0)
  await where('ABC 123').toBe('Bay 1 0-2')
})

test('A and D take a bar by its arrival and its departure', async () => {
  await press('d', 'Shift+ArrowRight', 'Enter')
  await where('ABC 123').toBe('Bay 1 0-3')
  await press('a', 'Shift+ArrowRight', 'Enter')
  await where('ABC 123').toBe('Bay 1 1-3')
})

test('C puts a copy down, Space chooses several, M moves them as one', async () => {
  await press('c', 'ArrowDown', 'ArrowDown', 'Enter')
  await where('ABC 123').toBe('Bay 1 0-2, Bay 3 · 1 0-2')
  await press('Control+z')
  await where('ABC 123').toBe('Bay 1 0-2')
  await press('Space', 'ArrowDown', 'Space', 'm', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
  await where('ABC 123').toBe('Bay 1 2-4')
  await where('DEF 456').toBe('Bay 2 3-5')
})

test('S splits, E changes, Delete cancels, each asked about by keys alone', async () => {
  const { window } = desk
  await press('s')
  await expect(window.getByRole('dialog')).toBeVisible()
  await press('Enter')
  await where('ABC 123').toBe('Bay 1 0-1, Bay 1 1-2')
  await press('Control+z')
  await where('ABC 123').toBe('Bay 1 0-2')
  await tabTo(window, grid.bar('ABC 123'))
  await press('Delete')
  const cancel = window.getByRole('dialog').getByRole('button', { name: 'Cancel booking' })
  await tabTo(window, cancel)
  await press('Enter')
  await where('ABC 123').toBe('')
})

test('what has no place is picked up in the tray and put on a row', async () => {
  const { window } = desk
  await tabTo(window, window.locator('.lp-tray [data-booking]'))
  await press('m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await where('GHI 789').toBe('Bay 3 · 1 0-2')
})

test('a new booking is written by keys', async () => {
  const { window } = desk
  await tabTo(window, window.getByRole('button', { name: 'New booking' }))
  await press('Enter')
  await tabTo(window, window.getByRole('textbox', { name: 'Plate' }))
  await window.keyboard.type('JKL 012')
  await press('Enter')
  await expect.poll(async () => (await site.where('JKL 012')).split(' ')[0]).toBe('nowhere')
})
