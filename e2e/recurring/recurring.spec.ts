import { expect, test, type Page } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import { ask, english } from '../walk/desk.ts'

let desk: Console

test.beforeAll(async () => {
  desk = await startConsole({ env: english })
  await ask(desk.ready, 'POST', '/customers', { name: 'Norrbud' })
})
test.afterAll(async () => {
  await desk.app.close()
})

interface Row {
  plate: string
  state: string
}

async function show(window: Page, place: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash
  }, place)
}

async function bookings(): Promise<Row[]> {
  const page = await ask(desk.ready, 'GET', '/bookings?limit=1000')
  const { rows } = page as { rows: Row[] } // the contract's own page
  return rows.filter(({ plate }) => plate === 'E2E 123')
}

test('opening hours are set weekday by weekday, and kept', async () => {
  const { window } = desk
  await show(window, '/settings/bookings')
  await window.getByText('By weekday', { exact: true }).click()
  await window.getByRole('textbox', { name: 'Monday: opens' }).fill('7')
  await window.getByRole('textbox', { name: 'Monday: closes' }).fill('24')
  await window.getByRole('button', { name: 'Tuesday to Friday like Monday' }).click()
  await window.getByRole('button', { name: 'Remove these hours on Sunday' }).click()
  await expect(window.getByRole('textbox', { name: 'Friday: opens' })).toHaveValue('07:00')
  await window.getByRole('button', { name: 'Save the terms' }).click()
  await expect(window.getByText(/^Saved now|Saved \d/)).toBeVisible()
  const site = (await ask(desk.ready, 'GET', '/site')) as { openingHours: object[] }
  expect(site.openingHours).toHaveLength(6)
  expect(site.openingHours[0]).toEqual({ weekday: 1, opens: 420, closes: 1_440 })
})

test('a rule is added with the keyboard, books ahead, is changed and ended', async () => {
  const { window } = desk
  await show(window, '/recurring')
  await window.getByRole('button', { name: 'Add a rule' }).click()
  await window.getByRole('checkbox', { name: 'Saturday' }).focus()
  await window.keyboard.press('Space')
  await window.getByRole('textbox', { name: 'Arrives' }).fill('7.30')
  await window.getByRole('textbox', { name: 'Departs' }).fill('16')
  await expect(window.getByText('On the same day')).toBeVisible()
  await window.getByRole('textbox', { name: 'Plate' }).fill('E2E 123')
  await window.keyboard.press('Enter')
  const row = window.getByRole('row', { name: /E2E 123/ })
  await expect(row).toContainText('Mon–Sat')
  await expect(row).toContainText('07:30–16:00')
  await expect(row).toContainText('without a place')
  const made = await bookings()
  expect(made.length).toBeGreaterThanOrEqual(23)
  expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['requested']))

  await row.click()
  await window.getByRole('textbox', { name: 'Departs' }).fill('17')
  await window.getByRole('button', { name: 'Save the rule' }).click()
  await expect(row).toContainText('07:30–17:00')

  await row.click()
  await window.getByRole('button', { name: 'End', exact: true }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'End the rule' }).click()
  await expect(window.getByText('Nothing is booked again and again yet')).toBeVisible()
  const left = await bookings()
  expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['cancelled']))
})

test('a calendar is opened, fetched without a token, and closed', async () => {
  const { window } = desk
  await show(window, '/settings/calendars')
  await window.getByRole('row', { name: /Norrbud/ }).click()
  await window.getByRole('button', { name: 'Open a calendar' }).click()
  const url = (await window.getByLabel('Address', { exact: true }).textContent()) ?? ''
  const fetched = await fetch(url)
  expect(fetched.headers.get('content-type')).toContain('text/calendar')
  expect(await fetched.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await window.getByRole('button', { name: 'Close', exact: true }).click()
  await window
    .getByRole('dialog')
    .getByRole('button', { name: 'Close', exact: true })
    .last()
    .click()
  await expect(window.getByText('No calendar is open')).toBeVisible()
  expect((await fetch(url)).status).toBe(404)
})
