import { expect, test } from '@playwright/test'
import { ask, tabTo } from '../walk/desk.ts'
import { type PromisedDesk, promisedDesk } from './promised.ts'

/** The load under the rows, and what the grid can promise while something is held. */
let desk: PromisedDesk
test.afterEach(async () => {
  await desk.app.close()
})

const strip = () => desk.window.getByRole('region', { name: 'Load of the site' })
const words = () => desk.window.locator('.lp-ghost-words')
const where = (plate: string) => expect.poll(() => desk.site.where(plate))
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.window.keyboard.press(key)
}
/** Why the booking with that plate was taken in without a promise, as the hub has it. */
const overbooked = (plate: string) =>
  expect.poll(async () => {
    const { rows } = (await ask(desk.ready, 'GET', '/bookings?limit=100')) as {
      rows: { plate: string; overbooked: string | null }[]
    }
    return rows.find((row) => row.plate === plate)?.overbooked
  })

test.describe('where the grid bears a single car', () => {
  test.beforeEach(async () => {
    desk = await promisedDesk(22_000)
  })

  test('a drag into a full hour says when it is full and where it fits, on the load too', async () => {
    const { grid } = desk
    await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 1', 3.5), async () => {
      await expect(words()).toContainText(
        /no: (\d+ \w+ )?\d\d:00–\d\d:00 is full; fits at (\d+ \w+ )?\d\d:00/,
      )
      await expect(strip().locator('.lp-load-full')).toContainText('is full')
      await expect(desk.window.locator('.lp-ghost-starts').first()).toBeVisible()
      await press('Escape')
    })
    await expect(strip().locator('.lp-load-full')).toHaveCount(0)
    await where('ABC 123').toBe('Bay 1 0-2')
  })

  test('dropped there it goes back; booked anyway it stays, with its reason, and can be found', async () => {
    const { grid, window } = desk
    await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 1', 3.5), async () => {
      await expect(words()).toContainText('is full')
    })
    const refusal = window.getByRole('alert')
    await expect(refusal).toContainText('The grid can’t promise that')
    await where('ABC 123').toBe('Bay 1 0-2')
    await refusal.getByRole('button', { name: 'Book anyway…' }).click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Book without a promise' })).toBeDisabled()
    await dialog.getByRole('textbox').fill('The mayor comes')
    await dialog.getByRole('button', { name: 'Book without a promise' }).click()
    await where('ABC 123').toBe('Bay 1 3-5')
    await overbooked('ABC 123').toBe('The mayor comes')
    await expect(grid.bar('ABC 123')).toHaveAccessibleName(/overbooked/)
    await grid.bar('ABC 123').click()
    await expect(window.getByRole('complementary')).toContainText('The mayor comes')
    await window.getByRole('button', { name: 'Filter' }).click()
    await window.getByLabel('Only rows with overbooked bookings').check()
    await expect(window.locator('.lp-tl-row')).toHaveCount(1)
  })

  test('the keys alone are told the same, and book it anyway', async () => {
    const { grid, window } = desk
    await tabTo(window, grid.bar('ABC 123'))
    await press('m', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await expect(window.locator('.lp-held').getByRole('status')).toContainText(/is full; fits at/)
    await press('Enter')
    const anyway = window.getByRole('alert').getByRole('button', { name: 'Book anyway…' })
    await tabTo(window, anyway)
    await press('Enter')
    await expect(window.getByRole('dialog').getByRole('textbox')).toBeFocused()
    await window.keyboard.type('It has to go to the airport')
    await press('Enter')
    await where('ABC 123').toBe('Bay 1 3-5')
    await overbooked('ABC 123').toBe('It has to go to the airport')
  })
})

test.describe('where the grid bears them all', () => {
  test.beforeEach(async () => {
    desk = await promisedDesk(100_000)
  })

  test('the ghost on the load moves with the drag, and the change of the peak is said', async () => {
    const { grid, window } = desk
    const ghost = strip().locator('.lp-load-added')
    await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 1', 5.5), async () => {
      await expect(words()).toContainText('fits, peak unchanged')
      const before = (await ghost.getAttribute('d')) ?? ''
      const { x, y } = await grid.at('Bay 1', 3.5)
      await window.mouse.move(x, y, { steps: 4 })
      await expect(words()).toContainText('fits, peak +11.0 kW')
      await expect(ghost).not.toHaveAttribute('d', before)
    })
    await where('ABC 123').toBe('Bay 1 3-5')
    await expect(ghost).toHaveCount(0)
  })

  test('every quarter of the load can be read by keys, and the strip made higher and folded away', async () => {
    const { window } = desk
    const load = strip().getByRole('slider')
    await load.focus()
    await press('ArrowRight', 'ArrowRight')
    await expect(load).toHaveAttribute('aria-valuetext', /planned .* kW, .*limit 100.0 kW/)
    await press('Escape')
    const edge = strip().getByRole('separator')
    await edge.focus()
    const before = await strip().boundingBox()
    await press('ArrowUp', 'ArrowUp')
    await expect
      .poll(async () => (await strip().boundingBox())?.height)
      .toBe((before?.height ?? 0) + 32)
    await strip().getByRole('button', { name: 'Fold the load away' }).click()
    await expect(load).toHaveCount(0)
    await window.reload()
    await expect(strip().getByRole('button', { name: 'Show the load' })).toBeVisible()
  })
})
