import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { cards, payersPhone } from '../money/phone.ts'
import { driverSite, type DriverSite } from './driver-site.ts'
import { figure, payThere, takeOut } from './drivers-phone.ts'

let site: DriverSite
let browser: Browser
test.beforeAll(async () => {
  ;[site, browser] = await Promise.all([driverSite(), payersPhone()])
})
test.afterAll(async () => {
  await browser.close()
  await site.app.close()
})

/** So many presses of Tab and nobody looks any further. */
const MOST_TABS = 60

/** Goes there by Tab alone. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await isFocused(wanted)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

const isFocused = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement)

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press(key)
}

const says = (page: Page): Locator => page.getByRole('heading', { level: 1 })

test('the same in Swedish, in the dark, in large text and by the keyboard alone', async () => {
  const phone = await takeOut(browser, site.siteUrl, { locale: 'sv-SE', colorScheme: 'dark' })
  const { page } = phone
  await page.goto(site.bayUrl)
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  await expect(page.getByText('4,00 kr/kWh').first()).toBeVisible()
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '150%'))

  await test.step('energy is chosen with the arrows', async () => {
    await press(page, 'Boka en tid')
    await expect(says(page)).toBeFocused()
    await tabTo(page, page.getByRole('radio', { name: /^Så mycket som möjligt/ }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^Energi/ })).toBeChecked()
    await press(page, 'Visa tider och priser')
  })

  await test.step('a time is taken, and paid', async () => {
    await press(page, /^Klar snarast/)
    await expect(says(page)).toBeFocused()
    await tabTo(page, page.getByRole('textbox', { name: /^Registreringsnummer/ }))
    await page.keyboard.type('TGB 456')
    await press(page, /^Boka och betala/)
    await payThere(page, cards.pays)
    await expect(says(page)).toHaveText(/^(Bokat|Koppla in)/)
  })

  await test.step('the car is plugged in and charges', async () => {
    await site.bay.status('Preparing')
    await press(page, 'Starta laddningen')
    await page.keyboard.press('Tab')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Starta laddningen' }))
    await page.keyboard.press('Enter')
    await expect(says(page)).toHaveText(/^Laddar/)
    await site.bay.charged(3_000, 11_040)
    await expect(figure(page, 'Effekt')).toContainText('11,0 kW')
    await expect(figure(page, 'Energi')).toContainText('3,00 kWh')
  })

  await test.step('the departure is postponed', async () => {
    await press(page, 'Ändra')
    await press(page, /^30 min senare/)
    await press(page, 'Godkänn ändringen')
    await expect(says(page)).toHaveText(/^Laddar/)
  })

  await test.step('it is stopped, and the receipt is in reach', async () => {
    await press(page, 'Stoppa laddningen')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Stoppa laddningen' }))
    await page.keyboard.press('Enter')
    await expect.poll(() => site.bay.starts.length).toBe(0)
    await site.bay.status('Available')
    await expect(says(page)).toHaveText('Allt klart. Tack!')
    await tabTo(page, page.getByRole('link', { name: /^Kvitto \d+/ }))
  })

  expect(phone.complaints).toEqual([])
  await phone.close()
})
