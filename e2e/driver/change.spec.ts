import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { DAY, HOUR, MINUTE } from '../../shared/time/instant.ts'
import { cards, payersPhone } from '../money/phone.ts'
import { ask } from '../walk/desk.ts'
import { driverSite, type DriverSite, PER_KWH_MINOR } from './driver-site.ts'
import { askForTime, comesAt, payThere, takeOut, wishFor } from './drivers-phone.ts'

let site: DriverSite
let browser: Browser
test.beforeAll(async () => {
  ;[site, browser] = await Promise.all([driverSite(), payersPhone()])
})
test.afterAll(async () => {
  await browser.close()
  await site.app.close()
})

const says = (page: Page): Locator => page.getByRole('heading', { level: 1 })
const inDialog = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('dialog').getByRole('button', { name })

test('a dearer change holds once it is paid, a cheaper one pays back, and what is cancelled in time costs nothing', async () => {
  const PLATE = 'MOR 123'
  const { page, complaints, close } = await takeOut(browser, site.siteUrl)
  await page.goto(site.bayUrl)
  await askForTime(page, '10', await comesAt(site.ready, 180, 360))
  await page.getByRole('textbox', { name: /^Licence plate/ }).fill(PLATE)
  await page.getByRole('button', { name: 'Book and pay kr 40.00' }).tap()
  await payThere(page, cards.pays)
  await expect(says(page)).toHaveText(/^Booked/)
  const wants = async (kWh: string): Promise<void> => {
    await page.getByRole('button', { name: 'Change' }).tap()
    await page.locator('summary', { hasText: 'How much?' }).tap()
    await page.getByRole('radio', { name: `${kWh} kWh` }).check()
    await page.getByRole('button', { name: /^1 h later/ }).tap()
  }

  await test.step('20 kWh cost kr 40.00 more, told before anything is paid', async () => {
    await wants('20')
    await expect(page.getByText('kr 40.00 more').first()).toBeVisible()
    await page.getByRole('button', { name: 'Accept and pay kr 40.00' }).tap()
    await payThere(page, cards.pays)
    await expect(says(page)).toHaveText(/^Booked/)
    expect((await site.visits.booking(PLATE)).need).toMatchObject({ energyWh: 20_000 })
    expect(await site.visits.of(PLATE)).toMatchObject({ state: 'agreed', lapse: null })
  })

  await test.step('15 kWh cost kr 20.00 less, and that goes back', async () => {
    await page.getByRole('button', { name: 'Change' }).tap()
    await page.locator('summary', { hasText: 'How much?' }).tap()
    await page.getByRole('textbox', { name: /^Other/ }).fill('15')
    await page.getByRole('button', { name: 'Accept: kr 20.00 back' }).tap()
    await expect(says(page)).toHaveText(/^Booked/)
    await expect
      .poll(() => site.visits.refunds(PLATE))
      .toMatchObject([{ amountMinor: 5 * PER_KWH_MINOR, state: 'succeeded' }])
  })

  await test.step('the site knows that the car is late', async () => {
    const { arrivesAt } = await site.visits.booking(PLATE)
    await page.getByRole('button', { name: 'I’m late' }).tap()
    await page.getByRole('dialog').getByRole('radio', { name: '30 min' }).check()
    await inDialog(page, /^Say /).tap()
    await expect(says(page)).toHaveText(/^You are expected at/)
    expect((await site.visits.of(PLATE)).expectedAt).toBe(arrivesAt + 30 * MINUTE)
  })

  await test.step('it is cancelled, and the rest goes back', async () => {
    await page.getByRole('button', { name: 'Cancel booking' }).tap()
    await expect(page.getByRole('dialog')).toContainText('kr 60.00 goes back to you.')
    await inDialog(page, 'Cancel the booking').tap()
    await expect(says(page)).toHaveText('Cancelled')
    await expect
      .poll(async () => (await site.visits.refunds(PLATE)).map(({ state }) => state))
      .toEqual(['succeeded', 'succeeded', 'succeeded'])
    const back = (await site.visits.refunds(PLATE)).reduce(
      (sum, { amountMinor }) => sum + amountMinor,
      0,
    )
    expect(back).toBe(20 * PER_KWH_MINOR)
    expect(await site.visits.booking(PLATE)).toMatchObject({ state: 'cancelled' })
  })

  expect(complaints).toEqual([])
  await close()
})

test('who is in line is offered what comes free, takes it at the price shown, and pays', async () => {
  const PLATE = 'LIN 123'
  const { rows } = Object(await ask(site.ready, 'GET', '/stations'))
  const fast = rows.find(({ name }: { name: string }) => name === 'Fast lane')
  // When none of the demo's cars has booked yet.
  const arrivesAt = Math.ceil(Date.now() / HOUR) * HOUR + 3 * DAY
  const kept = Object(
    await ask(site.ready, 'POST', '/bookings', {
      ...{ stationId: fast.id, connectorId: 1, plate: 'OLD 123' },
      ...{ arrivesAt, departsAt: arrivesAt + 3 * HOUR },
    }),
  )
  const { page, complaints, close } = await takeOut(browser, site.siteUrl)
  const minutes = (hours: number) => (arrivesAt - Date.now() + hours * HOUR) / MINUTE

  await test.step('only the fast lane would be enough, and that is taken', async () => {
    await page.goto(site.siteUrl)
    await wishFor(page, '50', await comesAt(site.ready, minutes(0), minutes(1)))
    await expect(says(page)).toHaveText('Nothing can be promised for that')
    const less = page.getByRole('button', { name: /^Look for \d+ kWh instead/ })
    expect(Number(/\d+/.exec((await less.textContent()) ?? '')?.[0])).toBeLessThan(50)
    await page.getByRole('button', { name: 'Get in line' }).tap()
    await page.getByRole('textbox', { name: /^Licence plate/ }).fill(PLATE)
    await page.getByRole('button', { name: 'Get in line' }).tap()
    await expect(says(page)).toHaveText('You are number 1 in line')
  })

  await test.step('it comes free, and is held for who waits', async () => {
    await ask(site.ready, 'POST', `/bookings/${String(kept.id)}/cancel`, {})
    await expect(says(page)).toHaveText(/^A place is yours until/)
    expect(await site.visits.of(PLATE)).toMatchObject({ state: 'offered' })
  })

  await test.step('it is taken, and paid', async () => {
    await page.getByRole('button', { name: /^Take it: kr/ }).tap()
    await payThere(page, cards.pays)
    await expect(says(page)).toHaveText(/^Booked/)
    expect(await site.visits.of(PLATE)).toMatchObject({ state: 'agreed' })
    expect(await site.visits.booking(PLATE)).toMatchObject({
      stationId: fast.id,
      state: 'confirmed',
    })
  })

  expect(complaints).toEqual([])
  await close()
})
