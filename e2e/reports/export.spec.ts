import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { dayFigures } from '../../shared/domain/report/day-figures.ts'
import { type Console, freshDataDir, startConsole } from '../app.ts'
import { writeStays } from '../bench/csv/million.ts'
import { readIfThere, saveTo, savedBy } from '../saved-file.ts'
import { ask, english, goTo } from '../walk/desk.ts'

/** A year of stays, so many that writing them all takes longer than pressing Cancel. */
const STAYS = 300_000
/** A month of that year, and the day in it that is typed. */
const DAY = '2025-03-10'
/** 210 mm in points. */
const A4_WIDTH_PT = 595

let desk: Console
test.beforeAll(async () => {
  test.setTimeout(300_000)
  const dataDir = freshDataDir()
  const first = await startConsole({ dataDir, env: english })
  await first.app.close()
  writeStays(join(dataDir, 'site.db'), STAYS, () => undefined)
  desk = await startConsole({ dataDir, env: english })
})
test.afterAll(async () => {
  await desk.app.close()
})

const tab = (window: Page, name: string) =>
  window.getByRole('navigation', { name: 'Parts of the reports' }).getByRole('link', { name })
const side = (window: Page) => window.getByRole('complementary', { name: 'Columns and file' })
const preview = (window: Page) => window.getByRole('table', { name: 'Preview of Billing' })

/** Billing of the month, with five columns, one of them renamed and first. */
async function putTogether(window: Page): Promise<void> {
  await goTo(window, 'Reports')
  await tab(window, 'Export').click()
  await choosePeriod(window, 'Month')
  await window.getByLabel('A day in the period').fill(DAY)
  const panel = side(window)
  const all = async (act: string) => {
    await panel.getByRole('button', { name: 'All columns' }).click()
    await window.getByRole('menuitem', { name: act }).click()
  }
  await all('All, in their own order')
  await all('Take the first alone')
  for (const column of ['Plate', 'Energy, kWh', 'Gross', 'Currency'])
    await panel.getByRole('checkbox', { name: `Take ${column}`, exact: true }).check()
  await all('Put those taken first')
  await panel.getByRole('textbox', { name: 'Name of Gross in the file' }).fill('Amount')
}

async function choosePeriod(window: Page, name: string): Promise<void> {
  await window.getByRole('combobox', { name: 'Period' }).click()
  await window.getByRole('option', { name, exact: true }).click()
}

test('a report is put together, previewed and saved, and the file is what was shown', async () => {
  const { app, window } = desk
  await putTogether(window)
  const panel = side(window)
  const table = preview(window)
  const heads = table.getByRole('columnheader')

  await test.step('a column goes up by key, another by its button, a third by dragging', async () => {
    await expect(heads).toHaveText(['posted_at', 'energy_kwh', 'Amount', 'currency', 'plate'])
    await panel.getByRole('textbox', { name: 'Name of Gross in the file' }).press('Alt+ArrowUp')
    await panel.getByRole('button', { name: 'Move Plate up' }).click()
    await expect(heads).toHaveText(['posted_at', 'Amount', 'energy_kwh', 'plate', 'currency'])
    const grips = panel.getByTitle(/^Drag /)
    const from = await grips.nth(0).boundingBox()
    const to = await grips.nth(1).boundingBox()
    if (from === null || to === null) throw new Error('the grips are out of sight')
    await window.mouse.move(from.x + 5, from.y + 5)
    await window.mouse.down()
    await window.mouse.move(to.x + 5, to.y + to.height / 2, { steps: 4 })
    await window.mouse.up()
    await expect(heads).toHaveText(['Amount', 'posted_at', 'energy_kwh', 'plate', 'currency'])
  })

  await expect(window.getByText(/^[\d,]+ rows$/)).toBeVisible({ timeout: 30_000 })
  const counted = Number(
    (await window.getByText(/^[\d,]+ rows$/).textContent())?.replaceAll(/\D/g, ''),
  )
  const shown = await textsOf(window)

  const file = await savedBy(app, 'billing.csv', () =>
    window.getByRole('button', { name: 'Save as…' }).click(),
  )
  const lines = file.toString('utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(counted + 2)
  expect(shown.length).toBeGreaterThan(10)
  expect(lines.slice(0, shown.length - 1)).toEqual(shown.slice(0, -1))
  expect(lines.at(-1)).toBe(shown.at(-1))
  await expect(window.getByText(/^saved, [\d,]+ rows/)).toBeVisible()
})

test('a report that is being written is cancelled, and no file is left', async () => {
  const { app, window } = desk
  await goTo(window, 'Reports')
  await tab(window, 'Export').click()
  await choosePeriod(window, 'Year')
  await expect(window.getByText(/^1 Jan 2025/)).toBeVisible()
  const folder = freshDataDir()
  await saveTo(app, join(folder, 'year.csv'))
  await window.getByRole('button', { name: 'Save as…' }).click()
  await window.getByRole('button', { name: 'year.csv', exact: true }).click()
  await window.getByRole('button', { name: 'Cancel year.csv' }).click()
  await expect(window.getByText('cancelled, nothing was saved').first()).toBeVisible()
  expect(readdirSync(folder)).toEqual([])
})

test('a report is kept under a name and writes itself into a folder', async () => {
  const { app, window } = desk
  const folder = join(freshDataDir(), 'books')
  mkdirSync(folder)
  await putTogether(window)

  await test.step('it is kept, and told to be changed once it is', async () => {
    await window.getByRole('button', { name: 'Reports kept' }).click()
    const menu = window.getByRole('dialog', { name: 'Reports kept' })
    await menu.getByRole('textbox', { name: 'Name' }).fill('For the books')
    await menu.getByRole('button', { name: 'Keep' }).click()
    await expect(window.getByText(/^For the books · /)).toBeVisible()
    await side(window).getByRole('switch', { name: 'Last row is the sum' }).uncheck({ force: true })
    await expect(window.getByText(/^For the books, changed · /)).toBeVisible()
    await window.getByRole('button', { name: 'As it was kept' }).click()
    await expect(window.getByText(/^For the books · /)).toBeVisible()
  })

  await tab(window, 'Scheduled').click()
  await window.getByRole('button', { name: 'New schedule' }).click()
  const inspector = window.getByRole('complementary', { name: 'New schedule' })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await inspector.getByRole('button', { name: 'Choose folder…' }).click()
  await expect(inspector.getByText(folder)).toBeVisible()
  const yesterday = Temporal.Now.plainDateISO().subtract({ days: 1 }).toString()
  await inspector.getByLabel('First file of').fill(yesterday)
  await inspector.getByRole('button', { name: 'Begin to write' }).click()

  await test.step('what has ended is written at once when asked, and nothing twice', async () => {
    const made = window.getByRole('complementary', { name: 'For the books' })
    await made.getByRole('button', { name: 'Write now' }).click()
    const path = join(folder, `For the books ${yesterday}.csv`)
    await expect.poll(() => existsSync(path)).toBe(true)
    expect(readIfThere(path).toString('utf8')).toContain('posted_at')
    await expect(window.getByRole('row').filter({ hasText: 'For the books' })).toContainText(
      `For the books ${yesterday}.csv`,
    )
    await made.getByRole('button', { name: 'Write now' }).click()
    await expect(window.getByRole('status', { name: 'The last act' })).toContainText(
      'Nothing of For the books was due',
    )
    expect(readdirSync(folder)).toContain(`For the books ${yesterday}.csv`)
  })
})

test('a day is told as the hub counts it, and saved and printed as it is told', async () => {
  const { app, window, ready } = desk
  const { day } = dayFigures.parse(await ask(ready, 'GET', `/reports/day/${DAY}`))
  const revenueMinor = day.takenMinor - day.refundedMinor
  expect(day.sessions).toBeGreaterThan(100)
  await window.evaluate((date) => {
    location.hash = `/reports/day/${date}`
  }, DAY)
  const money = new Intl.NumberFormat('en-GB', {
    ...{ style: 'currency', currency: day.currency, currencyDisplay: 'narrowSymbol' },
  })
  const revenue = window.locator('[data-figure="revenue"]')
  await expect(revenue).toContainText(money.format(revenueMinor / 100))
  await window.getByText('Table', { exact: true }).click()
  const hours = window.getByRole('table', { name: 'The day by hour' })
  await expect(hours.getByRole('row')).toHaveCount(26)

  const save = async (how: string) => {
    await window.getByRole('button', { name: 'Save', exact: true }).click()
    await window.getByRole('menuitem', { name: how }).click()
  }
  const csv = await savedBy(app, 'day.csv', () => save('Save as CSV…'))
  const lines = csv.toString('utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(26)
  expect(lines.at(-1)?.split(',')).toContain((revenueMinor / 100).toFixed(2))

  const pdf = await savedBy(app, 'day.pdf', () => save('Save as PDF…'))
  const [, widthPt] = /\/MediaBox \[0 0 ([\d.]+) /.exec(pdf.toString('latin1')) ?? []
  expect(Number(widthPt)).toBeCloseTo(A4_WIDTH_PT, -1)
})

/** The rows of the preview that are drawn, the sums last, as lines of the file. */
async function textsOf(window: Page): Promise<string[]> {
  const rows = await preview(window).getByRole('row').all()
  return Promise.all(
    rows.map(async (row) =>
      (await row.getByRole('cell').or(row.getByRole('columnheader')).allTextContents()).join(','),
    ),
  )
}
