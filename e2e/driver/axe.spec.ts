import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { MINUTE } from '../../shared/time/instant.ts'
import { cards, payersPhone } from '../money/phone.ts'
import { ask } from '../walk/desk.ts'
import { expectNoViolations } from '../walk/violations.ts'
import { driverSite, type DriverSite } from './driver-site.ts'
import { askForTime, comesAt, figure, payThere, takeOut } from './drivers-phone.ts'

let site: DriverSite
let browser: Browser
test.beforeAll(async () => {
  ;[site, browser] = await Promise.all([driverSite(), payersPhone()])
})
test.afterAll(async () => {
  await browser.close()
  await site.app.close()
})

// A colour that is on its way to another is no colour to judge.
const stillPhone = () => takeOut(browser, site.siteUrl, { reducedMotion: 'reduce' })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Nothing on screen breaks a rule of axe, and nothing is wider than the phone. */
async function lookAt(page: Page, what: string): Promise<void> {
  await expect(heading(page)).toBeVisible()
  await expectNoViolations(page, what)
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(over, `${what} is wider than the phone`).toBeLessThanOrEqual(0)
}

test('no step to a booking breaks a rule of axe', async () => {
  const { page, close } = await stillPhone()
  await page.goto(site.siteUrl)
  await lookAt(page, 'the site')
  await page.getByRole('button', { name: 'Charge now' }).tap()
  await lookAt(page, 'a wish to charge now')
  await page.goto(site.bayUrl)
  await lookAt(page, 'a connector')
  await page.getByRole('button', { name: 'Book a time' }).tap()
  for (const kind of [/^Distance/, /^Energy/, /^Battery/]) {
    await page.getByRole('radio', { name: kind }).check()
    await lookAt(page, `a wish by ${kind.source.slice(1)}`)
  }
  await page.getByRole('radio', { name: /^As much as possible/ }).check()
  await page.getByRole('button', { name: 'Show times and prices' }).tap()
  await expect(page.getByRole('button', { name: /^Ready soonest/ })).toBeVisible()
  await lookAt(page, 'offers')
  await close()
})

test('no state of a visit breaks a rule of axe', async () => {
  const { page, close } = await stillPhone()
  await page.goto(site.bayUrl)
  await askForTime(page, '10', await comesAt(site.ready, 0, 120))
  await lookAt(page, 'what is to be booked')
  await page.getByRole('textbox', { name: /^Licence plate/ }).fill('AXE 123')
  await page.getByRole('button', { name: /^Book and pay/ }).tap()
  await page.waitForURL(/\/c\/pay\//)
  await page.getByRole('link', { name: /go back/i }).click()
  await page.waitForURL(/\/b\//)
  await lookAt(page, 'unpaid')
  await page.getByRole('button', { name: /^Pay/ }).first().tap()
  await payThere(page, cards.pays)
  await lookAt(page, 'booked')
  await page.getByRole('button', { name: 'I’m late' }).tap()
  await expectNoViolations(page, 'how late', '[role="dialog"], dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Cancel booking' }).tap()
  await expectNoViolations(page, 'whether to cancel', '[role="dialog"], dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Change' }).tap()
  await page.getByRole('button', { name: /^30 min later/ }).tap()
  await lookAt(page, 'a change')
  await page.goBack()
  await site.bay.status('Preparing')
  await expect(heading(page)).toHaveText(/ready to start/)
  await lookAt(page, 'plugged in')
  await page.getByRole('button', { name: 'Start charging' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Start charging' }).tap()
  await expect(heading(page)).toHaveText(/^Charging/)
  await site.bay.charged(2_000, 11_040)
  await expect(figure(page, 'Power')).toContainText('11.0 kW')
  await lookAt(page, 'charging')
  await page.getByRole('button', { name: 'Stop charging' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop charging' }).tap()
  await expect(heading(page)).toHaveText(/^(Charged|All done)/)
  await lookAt(page, 'charged')
  await site.bay.status('Available')
  await expect(heading(page)).toHaveText(/^All done/)
  await lookAt(page, 'over')
  await close()
})

test('neither a place in line, a link that opens nothing nor an address that isn’t there breaks one', async () => {
  const { page, close } = await stillPhone()
  const { origin } = new URL(site.siteUrl)
  const now = Date.now()
  const answer = await fetch(`${origin}/api/line`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ id: randomUUID(), pays: 'online' },
      wish: {
        need: { kind: 'energy', energyWh: 2_000_000 },
        ...{ arrivesFrom: now, departsBy: now + 60 * MINUTE },
      },
    }),
  })
  const { token } = Object(await answer.json())
  await page.goto(`${origin}/b/${String(token)}`)
  await expect(heading(page)).toHaveText('You are number 1 in line')
  await lookAt(page, 'in line')
  await page.goto(`${origin}/b/${'x'.repeat(48)}`)
  await lookAt(page, 'a link that opens nothing')
  const other = await stillPhone()
  await other.page.goto(`${site.siteUrl}/back`)
  await lookAt(other.page, 'back on another phone')
  await other.close()
  await ask(site.ready, 'PATCH', '/house-rules', { takesNow: false, takesAhead: false })
  await page.goto(site.siteUrl)
  await lookAt(page, 'a site that takes no bookings')
  await close()
})
