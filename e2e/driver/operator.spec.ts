import { type Browser, expect, type Page, test } from '@playwright/test'
import { payersPhone } from '../money/phone.ts'
import { savedBy } from '../saved-file.ts'
import { ask } from '../walk/desk.ts'
import { show } from '../walk/violations.ts'
import { driverSite, type DriverSite } from './driver-site.ts'
import { askForTime, comesAt, takeOut } from './drivers-phone.ts'

let site: DriverSite
let browser: Browser
let window: Page
test.beforeAll(async () => {
  ;[site, browser] = await Promise.all([driverSite(), payersPhone()])
  ;({ window } = site)
})
test.afterAll(async () => {
  await browser.close()
  await site.app.close()
})

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

test('the page is closed, and laid open again in steps, of which none but the last opens anything', async () => {
  await show(window, '/settings/driver')
  const panel = window.getByRole('region', { name: 'How it stands' })
  await expect(panel).toContainText('Drivers reach the page at this address')
  expect(await answers(site.siteUrl)).toBe(true)

  await panel.getByRole('button', { name: 'Close the page…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Close the page' }).click()
  await expect(panel).toContainText('nothing listens for phones')
  expect(await answers(site.siteUrl)).toBe(false)

  const wizard = window.getByRole('region', { name: 'Lay it open' })
  await wizard.getByRole('radio', { name: 'Only on this network' }).check()
  await wizard.getByRole('button', { name: 'Next' }).click()
  const word = wizard.getByRole('textbox', { name: 'Word in the address' })
  await word.fill('Norra garaget!')
  await wizard.getByRole('button', { name: 'Next' }).click()
  await expect(wizard).toContainText('Give 1 to 40 small letters')
  await word.fill('norra-garaget')
  await wizard.getByRole('textbox', { name: 'Port' }).fill('0')
  await wizard.getByRole('button', { name: 'Next' }).click()
  await expect(wizard).toContainText('/norra-garaget')
  await expect(panel).toContainText('nothing listens for phones')
  await wizard.getByRole('button', { name: 'Open the page' }).click()
  const address = panel.getByText(/^http:.*\/norra-garaget$/)
  await expect(address).toBeVisible()
  expect(await answers((await address.textContent()) ?? '')).toBe(true)
})

test('signs for all connectors are saved as a PDF', async () => {
  await show(window, '/settings/driver/signs')
  await window.getByRole('radio', { name: 'For connectors, 8 a page (A7)' }).check()
  const { places } = Object(await ask(site.ready, 'GET', '/visit-signs'))
  const pages = Math.ceil(places.length / 8)
  await expect(window.getByText(`${pages} pages`)).toBeVisible()
  const save = window.getByRole('button', { name: 'Save as PDF…' })
  const pdf = await savedBy(site.app, 'signs.pdf', () => save.click())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(pages)
})

test('the page is tried in the browser of this computer, which no other link of a window gets to', async () => {
  await show(window, '/settings/driver/try')
  await site.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => Promise.resolve(void opened.push(url))
  })
  const link = window.getByRole('link', { name: 'Open in the browser' })
  await link.click()
  const opened = () => site.app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown)
  await expect.poll(opened).toEqual([await link.getAttribute('href')])
})

test('a booking that waits for payment is in the list at once, is taken back there, and its driver is turned away from then on', async () => {
  const PLATE = 'ONL 123'
  const { siteUrl } = Object(await ask(site.ready, 'GET', '/visit-signs'))
  const { page, close } = await takeOut(browser, siteUrl)
  await page.goto(siteUrl)
  await askForTime(page, '10', await comesAt(site.ready, 60, 180))
  await page.getByRole('textbox', { name: /^Licence plate/ }).fill(PLATE)
  await page.getByRole('button', { name: /^Book and pay/ }).tap()
  await page.waitForURL(/\/c\/pay\//)

  await show(window, '/online')
  await expect(window.getByText('1 pending')).toBeVisible()
  await window.getByText(PLATE).click()
  const inspector = window.getByRole('complementary')
  await expect(inspector).toContainText('Waits for payment')

  await inspector.getByRole('button', { name: 'Block…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
  await inspector.getByRole('button', { name: 'Take back…' }).click()
  await expect(window.getByRole('dialog')).toContainText('not asked for the payment any more')
  await window.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await expect(inspector).toContainText('Taken back by the desk')
  await expect(window.getByText('0 pending')).toBeVisible()

  await page.getByRole('link', { name: /go back/i }).click()
  await page.waitForURL(/\/b\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The site had to cancel this')
  await page.goto(siteUrl)
  await askForTime(page, '10', await comesAt(site.ready, 60, 180))
  await page.getByRole('textbox', { name: /^Licence plate/ }).fill(PLATE)
  await page.getByRole('button', { name: /^Book and pay/ }).tap()
  await expect(page.getByText('That can’t be booked from a phone. Ask at the desk.')).toBeVisible()
  await close()
})
