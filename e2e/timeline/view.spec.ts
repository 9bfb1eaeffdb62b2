import { expect, test } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { ask, english } from '../walk/desk.ts'
import { type Grid, openGrid } from './grid.ts'
import { type BookableSite, bookableSite } from './site.ts'

/** Looking: nothing here changes a booking, so one console serves all. */
let desk: Console
let site: BookableSite
let grid: Grid
/** The ids of two bookings that begin an hour apart. */
let first: string
let second: string

test.beforeAll(async () => {
  desk = await startConsole({ env: english })
  site = await bookableSite(desk.ready)
  const customer = (await ask(desk.ready, 'POST', '/customers', { name: 'Åkeri Norr' })) as {
    id: string
  }
  first = await site.book('ABC 123', 'Bay 1', 0, 2, { customerId: customer.id })
  second = await site.book('DEF 456', 'Bay 2', 1, 3)
  await site.book('GHI 789', 'Bay 3 · 1', 60, 62)
  await ask(desk.ready, 'PATCH', `/stations/${site.stationIds[1]}`, { name: 'Wash hall' })
})
test.afterAll(async () => {
  await desk.app.close()
})
test.beforeEach(async () => {
  await desk.window.evaluate(() => {
    location.hash = '#/stations'
  })
  grid = await openGrid(desk.window, site)
  await expect(grid.bar('ABC 123')).toBeVisible()
})

/** Told by where the two bars begin; so narrow they have no words to be found by. */
const hoursAcross = async () => {
  const box = await desk.window.locator('.lp-tl').boundingBox()
  const x = async (id: string) =>
    Number(await desk.window.locator(`.lp-tl [data-booking="${id}"]`).getAttribute('data-x'))
  return ((box?.width ?? 0) - 204) / ((await x(second)) - (await x(first)))
}

test('a booking is found by plate, by customer and by station; Enter walks the hits', async () => {
  const { window } = desk
  const find = window.getByRole('searchbox')
  await find.fill('ghi')
  await expect(window.getByText('1 hit')).toBeVisible()
  await find.press('Enter')
  await expect(window.getByRole('heading', { name: 'GHI 789' })).toBeVisible()
  await expect(grid.bar('GHI 789')).toBeVisible()
  await find.fill('åkeri')
  await find.press('Enter')
  await expect(window.getByRole('heading', { name: 'ABC 123' })).toBeVisible()
  await find.fill('wash')
  await find.press('Enter')
  await expect(window.getByRole('heading', { name: 'DEF 456' })).toBeVisible()
  await expect(grid.bar('ABC 123')).toHaveAttribute('data-found', 'false')
  await find.fill('')
  await window.getByRole('button', { name: 'Close the details' }).click()
})

test('filters narrow the rows, a saved view brings them back', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'Filter' }).click()
  await window.getByLabel('Station', { exact: true }).fill('bay 3')
  await expect(window.locator('.lp-tl-row')).toHaveCount(2)
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByLabel('Name of this view').fill('The double')
  await window.getByRole('button', { name: 'Save view' }).click()
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Filter (1)' }).click()
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await window.keyboard.press('Escape')
  await expect(window.locator('.lp-tl-row')).toHaveCount(4)
  await window.getByRole('button', { name: 'Views' }).click()
  await window.getByRole('button', { name: 'The double', exact: true }).click()
  await expect(window.locator('.lp-tl-row')).toHaveCount(2)
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Filter (1)' }).click()
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await window.keyboard.press('Escape')
})

test('it shows from two hours to two weeks across, and comes back to now', async () => {
  const { window } = desk
  const spot = await grid.at('Bay 1', 0.5)
  await window.mouse.move(spot.x, spot.y)
  await window.keyboard.down('Control')
  for (let turn = 0; turn < 20; turn += 1) await window.mouse.wheel(0, -500)
  await expect.poll(hoursAcross).toBeCloseTo(2, 1)
  for (let turn = 0; turn < 30; turn += 1) await window.mouse.wheel(0, 500)
  await window.keyboard.up('Control')
  await expect.poll(hoursAcross).toBeCloseTo(14 * 24, 0)
  await window.getByText('Day', { exact: true }).click()
  await expect.poll(hoursAcross).toBeCloseTo(24, 1)
  await window.getByRole('button', { name: 'Now' }).click()
  await expect(window.locator('.lp-tl-nowmark')).toBeInViewport()
})

test('resting on a bar tells about it', async () => {
  await grid.bar('ABC 123').hover()
  await expect(desk.window.locator('.lp-tl-hover, .lp-hover')).toContainText('Åkeri Norr')
})

test('what is shown is printed as a table', async () => {
  const { window } = desk
  await window.evaluate(() => {
    Object.assign(globalThis, { printed: '' })
    globalThis.print = () => {
      Object.assign(globalThis, { printed: document.querySelector('.lp-print')?.textContent })
      dispatchEvent(new Event('afterprint'))
    }
  })
  await window.getByRole('button', { name: 'Print what is shown' }).click()
  const printed = () => window.evaluate(() => String(Reflect.get(globalThis, 'printed')))
  await expect.poll(printed).toContain('ABC 123')
  expect(await printed()).toContain('Wash hall')
  await expect(window.locator('.lp-print')).toHaveCount(0)
})
