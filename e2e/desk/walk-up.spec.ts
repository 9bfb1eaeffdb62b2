import { expect, type Locator, test } from '@playwright/test'
import { ask, goTo } from '../walk/desk.ts'
import { fingerAt, keysAt } from './hands.ts'
import { type Kiosk, type KioskSite, kioskSite } from './kiosk.ts'

const PLATE = 'ABC 123'

/** More than so many presses or taps and a regular waits at the desk. */
const MOST_INPUTS = 4

let site: KioskSite
let bay: Kiosk
test.beforeAll(async () => {
  site = await kioskSite()
  bay = await site.kiosk('Bay 1')
  await site.kiosk('Bay 2')
  await visitBefore()
  await goTo(site.window, 'Desk')
  await expect(site.window.getByRole('heading', { name: 'Desk' })).toBeVisible()
})
test.afterAll(() => site.app.close())

/** A car that was here once, took 10 kWh and paid in cash, is known the next time. */
async function visitBefore(): Promise<void> {
  const { ready } = site
  await bay.status('Preparing')
  const begun = Object(
    await ask(ready, 'POST', '/walk-ups', {
      ...{ stationId: bay.stationId, connectorId: 1, plate: PLATE },
      ...{ need: { kind: 'energy', energyWh: 10_000 }, payment: { kind: 'take', means: 'cash' } },
    }),
  )
  const path = `/walk-ups/${String(begun.booking.id)}`
  await expect.poll(() => stateAt(path)).toBe('charging')
  await bay.charged(10_000)
  await ask(ready, 'POST', `${path}/stop`, {})
  await expect.poll(() => stateAt(path)).toBe('finished')
  await bay.status('Available')
  await expect.poll(() => ask(ready, 'GET', path)).toMatchObject({ booking: { state: 'left' } })
}

const stateAt = async (path: string): Promise<unknown> =>
  Object(await ask(site.ready, 'GET', path)).walkUp.state

const column = (name: string): Locator => site.window.getByRole('region', { name })
const charging = (plate: string): Locator => column('Charging').getByText(plate)
const box = (): Locator => site.window.getByRole('combobox', { name: /Find a car/ })

/** The car at Bay 1 is stopped and leaves, and nothing is owed. */
async function leaves(): Promise<void> {
  const { rows } = Object(await ask(site.ready, 'GET', '/bookings?state=charging'))
  for (const { id } of rows) {
    await bay.charged(10_000)
    await ask(site.ready, 'POST', `/walk-ups/${String(id)}/stop`, {})
    await expect.poll(() => stateAt(`/walk-ups/${String(id)}`)).toBe('finished')
  }
  await bay.status('Available')
  await expect(column('Charging').getByText(PLATE)).toHaveCount(0)
}

test('a regular is taken in with the keyboard alone: box, plate, Enter, Enter, and it charges', async () => {
  const keys = keysAt(site.window)
  await bay.status('Preparing')
  await keys.press('/')
  await expect(box()).toBeFocused()
  await keys.type(PLATE.toLowerCase())
  await keys.press('Enter')
  const start = site.window.getByRole('button', { name: /^Start/ })
  await expect(start).toBeFocused()
  await keys.press('Enter')
  await expect(charging(PLATE)).toBeVisible()
  expect(keys.inputs).toBeLessThanOrEqual(MOST_INPUTS)
  expect(bay.starts).toHaveLength(1)
  await leaves()
})

test('the same with a finger alone', async () => {
  const finger = await fingerAt(site.window)
  await bay.status('Preparing')
  await finger.tap(box())
  await expect(box()).toBeFocused()
  await finger.type(PLATE.toLowerCase())
  await finger.tap(site.window.getByRole('option', { name: /^Walk-up/ }))
  const start = site.window.getByRole('button', { name: /^Start/ })
  await expect(start).toBeEnabled()
  await finger.tap(start)
  await expect(charging(PLATE)).toBeVisible()
  expect(finger.inputs).toBeLessThanOrEqual(MOST_INPUTS)
  await leaves()
})
