import { expect, type Locator, test } from '@playwright/test'
import { ask, goTo, tabTo } from '../walk/desk.ts'
import { fingerAt, keysAt } from './hands.ts'
import { type Kiosk, type KioskSite, kioskSite } from './kiosk.ts'

let site: KioskSite
let bay: Kiosk
let other: Kiosk
test.beforeAll(async () => {
  site = await kioskSite()
  bay = await site.kiosk('Bay 1')
  other = await site.kiosk('Bay 2')
  await goTo(site.window, 'Desk')
  await expect(site.window.getByRole('heading', { name: 'Desk' })).toBeVisible()
})
test.afterAll(() => site.app.close())

const column = (name: string): Locator => site.window.getByRole('region', { name })
const button = (name: RegExp): Locator => site.window.getByRole('button', { name })
const now = (): Locator => site.window.locator('[data-now]')

test('whoever was never here is taken in, stopped and paid out with the keyboard alone', async () => {
  const { window } = site
  const keys = keysAt(window)
  await bay.status('Preparing')
  await keys.press('/')
  await keys.type('def 456')
  await keys.press('Enter')
  await expect(now()).toContainText('Bay 1')
  await keys.press('1')
  await expect(now()).toContainText('How much')
  await keys.press('1')
  const cash = now().getByRole('radio', { name: /Cash/ })
  await keys.press((await cash.locator('kbd').textContent()) ?? '')
  const start = button(/^Start, take/)
  await tabTo(window, start)
  await keys.press('Enter')
  await expect(column('Charging').getByText('def 456')).toBeVisible()
  expect(keys.inputs).toBeLessThanOrEqual(7)

  await bay.charged(5_000)
  await expect(column('Charging')).toContainText('5.00')
  await tabTo(window, column('Charging').getByRole('button', { name: /^Stop/ }))
  await keys.press('Enter')
  const confirm = button(/^Stop charging$/)
  await tabTo(window, confirm)
  await keys.press('Enter')
  await expect(column('Finished').getByText('def 456')).toBeVisible()
  await bay.status('Available')

  const handBack = column('Finished').getByRole('button', { name: /^Hand back/ })
  await expect(handBack).toBeVisible()
  await tabTo(window, handBack)
  await keys.press('Enter')
  const handed = button(/^Handed back/)
  await tabTo(window, handed)
  await keys.press('Enter')
  await expect(handed).toHaveCount(0)
  const { rows } = Object(await ask(site.ready, 'GET', '/bills'))
  expect(rows).toMatchObject([{ inclMinor: 2_000, paidMinor: 2_000, dueMinor: 0, state: 'final' }])
})

test('a charger that says no is told of, and the car goes on at another by taps alone', async () => {
  const { window } = site
  const finger = await fingerAt(window)
  bay.refuses = true
  await bay.status('Preparing')
  await finger.tap(window.getByRole('combobox', { name: /Find a car/ }))
  await finger.type('ghi 789')
  await finger.tap(window.getByRole('option', { name: /^Walk-up/ }))
  await finger.tap(now().getByRole('radio', { name: /Bay 1/ }))
  await finger.tap(now().getByRole('radio', { name: /^Full/ }))
  await finger.tap(now().getByRole('radio', { name: /^Later/ }))
  await finger.tap(button(/^Start, paid later/))
  await expect(column('Waiting')).toContainText('The charger refused to start')

  await other.status('Preparing')
  await finger.tap(column('Waiting').getByRole('button', { name: /^Move/ }))
  const dialog = window.getByRole('dialog', { name: /Move ghi 789/i })
  await finger.tap(dialog.getByRole('radio', { name: /Bay 2/ }))
  await finger.tap(dialog.getByRole('button', { name: 'Move to Bay 2' }))
  await expect(column('Charging').getByText('ghi 789')).toBeVisible()
  expect(other.starts).toHaveLength(1)
})
