import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { MINUTE } from '../../shared/time/instant.ts'
import { cards, payersPhone } from '../money/phone.ts'
import { ask, goTo } from '../walk/desk.ts'
import { BAY, driverSite, type DriverSite, PER_KWH_MINOR } from './driver-site.ts'
import { askForTime, comesAt, figure, payThere, takeOut } from './drivers-phone.ts'

let site: DriverSite
let browser: Browser
test.beforeAll(async () => {
  ;[site, browser] = await Promise.all([driverSite(), payersPhone()])
  await goTo(site.window, 'Timeline')
})
test.afterAll(async () => {
  await browser.close()
  await site.app.close()
})

/** Its bar on the timeline of the desk's window. */
const barOf = async (plate: string): Promise<Locator> =>
  site.window.locator(`[data-booking="${(await site.visits.of(plate)).bookingId}"]`)

const says = (page: Page): Locator => page.getByRole('heading', { level: 1 })

test('a driver books on the phone, pays, arrives, watches, postpones, stops, and is given back what was not used', async () => {
  const phone = await takeOut(browser, site.siteUrl)
  const { page } = phone
  const PLATE = 'MOB 123'

  await test.step('the sign at the charger opens its connector, with its price before anything', async () => {
    await page.goto(site.bayUrl)
    await expect(page.getByText('kr 4.00/kWh').first()).toBeVisible()
    await expect(page.getByText(BAY).first()).toBeVisible()
  })

  await test.step('10 kWh are booked from now on, and the sum is told', async () => {
    await askForTime(page, '10', await comesAt(site.ready, 0, 120))
    await expect(page.getByText('kr 40.00').first()).toBeVisible()
    await page.getByRole('textbox', { name: /^Licence plate/ }).fill(PLATE)
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('kim@example.com')
    await page.getByRole('button', { name: 'Book and pay kr 40.00' }).tap()
  })

  await test.step('it is paid on Stripe’s page, and the phone comes back to its own visit', async () => {
    await payThere(page, cards.pays)
    await expect(says(page)).toHaveText(/^(Booked|Plug in)/)
    expect(await site.visits.booking(PLATE)).toMatchObject({ state: 'confirmed', origin: 'driver' })
    await expect(await barOf(PLATE)).toBeVisible()
  })

  await test.step('the car is plugged in, and started from the phone', async () => {
    await site.bay.status('Preparing')
    await expect(says(page)).toHaveText('Plugged in: ready to start')
    await page.getByRole('button', { name: 'Start charging' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Start charging' }).tap()
    await expect(says(page)).toHaveText(/^Charging/)
    expect(site.bay.starts).toHaveLength(1)
  })

  await test.step('power, energy and cost move as the charger tells them', async () => {
    await site.bay.charged(2_000, 11_040)
    await expect(figure(page, 'Power')).toContainText('11.0 kW')
    await site.bay.charged(4_000, 10_900)
    await expect(figure(page, 'Energy')).toContainText('6.00 kWh')
    await expect(page.getByText('kr 24.00').first()).toBeVisible()
  })

  await test.step('the departure is postponed, and the desk’s timeline follows', async () => {
    const before = await site.visits.booking(PLATE)
    await page.getByRole('button', { name: 'Change' }).tap()
    await expect(says(page)).toHaveText('Change your booking')
    await page.getByRole('button', { name: /^30 min later/ }).tap()
    await expect(page.getByText('The price stays the same').first()).toBeVisible()
    await page.getByRole('button', { name: 'Accept the change' }).tap()
    await expect(says(page)).toHaveText(/^Charging/)
    const after = await site.visits.booking(PLATE)
    expect(after['departsAt']).toBe(Number(before['departsAt']) + 30 * MINUTE)
    const bar = await barOf(PLATE)
    await expect(bar).toHaveAttribute('aria-label', new RegExp(clock(Number(after['departsAt']))))
  })

  await test.step('what the desk changes is seen on the phone', async () => {
    const { departsAt, id } = await site.visits.booking(PLATE)
    const later = Number(departsAt) + 15 * MINUTE
    await ask(site.ready, 'PATCH', `/bookings/${String(id)}`, { departsAt: later })
    await expect(page.getByText(clock(later)).first()).toBeVisible()
  })

  await test.step('it is stopped from the phone, and what was paid and not used goes back', async () => {
    await page.getByRole('button', { name: 'Stop charging' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop charging' }).tap()
    await expect.poll(async () => (await site.visits.booking(PLATE))['state']).toBe('finished')
    await site.bay.status('Available')
    await expect(says(page)).toHaveText('All done. Thank you!')
    await expect(page.getByText(/^Given back/)).toBeVisible()
    await expect(page.getByText('kr 16.00').first()).toBeVisible()
    await expect
      .poll(() => site.visits.refunds(PLATE))
      .toMatchObject([{ amountMinor: 4 * PER_KWH_MINOR, state: 'succeeded' }])
  })

  await test.step('the receipt is a press away', async () => {
    const receipt = page.getByRole('link', { name: /^Receipt \d+/ })
    await expect(receipt).toBeVisible()
    await page.goto(new URL((await receipt.getAttribute('href')) ?? '', page.url()).href)
    await expect(page.getByText('Almvik Laddning AB')).toBeVisible()
    await expect(page.getByText(/40\.00/).first()).toBeVisible()
  })

  expect(phone.complaints).toEqual([])
  await phone.close()
})

/** An instant by the site's clock, as the desk writes it. */
function clock(at: number): string {
  const timeZone = process.env['TZ'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
}
