import { expect, test } from '@playwright/test'
import { ask } from '../walk/desk.ts'
import { bookedDesk, type BookedDesk } from './desk.ts'

const KWH_22 = { need: { kind: 'energy', energyWh: 22_000 } }

let desk: BookedDesk

test.beforeEach(async () => {
  desk = await bookedDesk()
  // One car at full power is all the grid bears: while the first charges, nobody else can be promised anything.
  await ask(desk.ready, 'PATCH', '/site', { gridLimitW: 22_000, reservePct: 0 })
  await desk.site.book('FULL 1', 'Bay 3 · 1', 0, 1, KWH_22)
})
test.afterEach(async () => {
  await desk.app.close()
})

test('a time is found beside every promise there is, with keys alone, and booked', async () => {
  const { window, site } = desk
  await window.getByRole('button', { name: 'Find a time' }).focus()
  await window.keyboard.press('Enter')
  const panel = window.getByRole('complementary', { name: 'Find a time' })
  await panel.getByLabel('Plate').fill('NEW 001')
  await panel.getByLabel('Energy, kWh').fill('22')
  await window.keyboard.press('Enter')

  const offers = panel
    .getByRole('radiogroup', { name: 'Times that can be promised' })
    .getByRole('radio')
  await expect(offers.first()).toBeVisible()
  await offers.first().focus()
  await window.keyboard.press('Space')
  await window.keyboard.press('Enter')
  await expect.poll(() => site.where('NEW 001')).not.toBe('')

  const [booked] = (await site.bookings()).filter(({ plate }) => plate === 'NEW 001')
  const [full] = (await site.bookings()).filter(({ plate }) => plate === 'FULL 1')
  expect(booked?.state).toBe('confirmed')
  // Both take all there is, so the one has to be done before the other begins.
  const apart =
    (booked?.departsAt ?? 0) <= (full?.arrivesAt ?? 0) ||
    (booked?.arrivesAt ?? 0) >= (full?.departsAt ?? 0)
  expect(apart).toBe(true)
  await expect(window.getByRole('complementary', { name: /NEW 001/ })).toBeVisible()
})

test('where nothing can be promised, the most that could be is told', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'Find a time' }).click()
  const panel = window.getByRole('complementary', { name: 'Find a time' })
  await panel.getByLabel('Energy, kWh').fill('2000')
  await panel.getByRole('button', { name: 'Show times' }).click()
  await expect(panel.getByText('No time can be promised')).toBeVisible()
  await expect(panel.getByText(/could be promised at most/)).toBeVisible()
  await panel.getByRole('button', { name: 'Change' }).first().click()
  await expect(panel.getByLabel('Energy, kWh')).toHaveValue('2000')
})
