import { expect, test } from '@playwright/test'
import { ask } from '../walk/desk.ts'
import { type BookableDesk, bookableDesk, type BookedDesk } from './desk.ts'
import type { Grid } from './grid.ts'
import { type BookableSite, HOUR } from './site.ts'

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

test('while it is dragged over another it says so, with where it would fit', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 2', 1.5), async () => {
    await expect(window.locator('.lp-ghost-words')).toContainText('no: DEF 456 is there')
    await expect(window.locator('.lp-ghost-words')).toContainText('It would fit:')
    await expect(window.locator('.lp-ghost')).toHaveAttribute('data-verdict', 'refused')
    await expect(window.locator('.lp-ghost-offer').first()).toBeVisible()
    await window.keyboard.press('Escape')
  })
  await where('ABC 123').toBe('Bay 1 0-2')
})

test('dropped there it goes back, says why, and takes the suggestion that is pressed', async () => {
  const { window } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 2', 1.5))
  const refusal = window.getByRole('alert')
  await expect(refusal).toContainText('ABC 123 can’t be there')
  await expect(refusal).toContainText('DEF 456 is there')
  await where('ABC 123').toBe('Bay 1 0-2')
  expect(await grid.platesOn('Bay 1')).toEqual(['ABC 123'])
  await refusal.getByRole('button').first().click()
  await expect(refusal).toHaveCount(0)
  await where('ABC 123').not.toBe('Bay 1 0-2')
  await expect(window.getByText('Moved ABC 123')).toBeVisible()
})

test('what became impossible by a change elsewhere says so when it is dropped, and loses nothing', async () => {
  const { window, ready } = desk
  const [booking] = (await site.bookings()).filter(({ plate }) => plate === 'ABC 123')
  if (booking === undefined) throw new Error('the booking is gone')
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 1.5), async () => {
    await expect(window.locator('.lp-ghost-words')).toContainText('fits')
    // Somebody else moves the very booking that is held here.
    await ask(ready, 'POST', `/bookings/${booking.id}/resize`, {
      departsAt: booking.departsAt + HOUR,
    })
    await window.waitForTimeout(500)
  })
  await expect(window.getByRole('alert')).toContainText('Somebody has changed it meanwhile')
  await where('ABC 123').toBe('Bay 1 0-3')
})

test('what the hub alone knows to be impossible is shown as it was again, with the reason', async () => {
  const { window, ready } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 0.5), async () => {
    await expect(window.locator('.lp-ghost-words')).toContainText('fits')
    // Written so shortly before the drop that this window can't have heard of it.
    await ask(ready, 'POST', '/bookings', {
      ...site.place('Bay 3 · 1'),
      arrivesAt: site.noon,
      departsAt: site.noon + HOUR,
      plate: 'NEW 001',
    })
  })
  await expect(window.getByRole('alert')).toContainText('NEW 001 is there')
  await where('ABC 123').toBe('Bay 1 0-2')
  expect(await grid.platesOn('Bay 1')).toEqual(['ABC 123'])
})

test('a step that can’t be taken back says why', async () => {
  const { window, ready } = desk
  await grid.drag(await grid.at('Bay 1', 0.5), await grid.at('Bay 3 · 1', 0.5))
  await where('ABC 123').toBe('Bay 3 · 1 0-2')
  await ask(ready, 'POST', '/bookings', {
    ...site.place('Bay 1'),
    arrivesAt: site.noon,
    departsAt: site.noon + HOUR,
    plate: 'NEW 001',
  })
  await expect(grid.bar('NEW 001')).toBeVisible()
  await window.getByRole('button', { name: 'Undo: Moved ABC 123' }).click()
  await expect(window.getByRole('alert')).toContainText('That step can’t be taken back')
  await expect(window.getByRole('alert')).toContainText('NEW 001 is there')
  await where('ABC 123').toBe('Bay 3 · 1 0-2')
})
