import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { readSie } from '../../shared/domain/accounting/test-bench/read-sie.ts'
import { unitAt } from '../../shared/domain/report/period.ts'
import { type Console, freshDataDir, startConsole } from '../app.ts'
import { readIfThere, savedBy } from '../saved-file.ts'
import { ask, english, goTo } from '../walk/desk.ts'
import { expectNoViolations } from '../walk/violations.ts'
import { writeInvoiced } from './seed-invoiced.ts'

/** A PDF of so many stays has three pages: 33 rows on the first, 44 on each after it. */
const MANY = 80

// What one test makes the next one works with.
test.describe.configure({ mode: 'serial' })

let desk: Console
test.beforeAll(async () => {
  const dataDir = freshDataDir()
  const first = await startConsole({ dataDir, env: english })
  const site = (await ask(first.ready, 'GET', '/site')) as { timeZone: string }
  await first.app.close()
  const { fromAt } = unitAt(Date.now(), 'month', site.timeZone)
  const customers = [
    { name: 'Åkeriet AB', stays: MANY },
    { name: 'Bageriet', stays: 2 },
  ]
  writeInvoiced(join(dataDir, 'site.db'), customers, fromAt)
  desk = await startConsole({ dataDir, env: english })
  await ask(desk.ready, 'PATCH', '/payment-terms', {
    legalName: 'Norra Depån Laddning AB',
    organisationNumber: '556677-8899',
  })
})
test.afterAll(() => desk.app.close())

const tab = (window: Page, name: string) =>
  window.getByRole('navigation', { name: 'Parts of the reports' }).getByRole('link', { name })
const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length

test('last month is invoiced, and all papers are saved to a folder', async () => {
  const { app, window, ready } = desk
  await goTo(window, 'Reports')
  await tab(window, 'Invoices').click()
  const begin = () => window.getByRole('button', { name: 'New invoices…' }).first().click()
  await begin()
  // VAT is asked for under a number of the seller’s; without it the run isn’t begun.
  await expect(window.getByText('gives the seller’s VAT number')).toBeVisible()
  const make = window.getByRole('button', { name: 'Make 2 papers…' })
  await expect(make).toBeDisabled()
  await ask(ready, 'PATCH', '/payment-terms', { vatNumber: 'SE556677889901' })
  await window.getByRole('button', { name: 'All invoices' }).click()
  await begin()
  await expect(window.getByText('gives the seller’s VAT number')).toHaveCount(0)
  const table = window.getByRole('grid', { name: 'Papers that the run would make' })
  await expect(table.getByRole('row', { name: /Åkeriet AB/ })).toContainText('8,000.00')
  await expect(window.getByText('2 papers, kr 8,200.00')).toBeVisible()
  await expectNoViolations(window, 'a run')

  await make.click()
  await window.getByRole('button', { name: 'Make 2 papers, kr 8,200.00' }).click()
  await expect(window.getByText('2 papers made: 1001 to 1002.')).toBeVisible()
  await expect(window.getByText('Nothing to invoice')).toBeVisible()

  const folder = freshDataDir()
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await window.getByRole('button', { name: 'Save all to a folder…' }).click()
  await expect(window.getByText('2 PDFs and a CSV').first()).toBeVisible({ timeout: 30_000 })
  const names = readdirSync(folder).toSorted()
  expect(names.slice(0, 2)).toEqual(['Invoice 1001 Bageriet.pdf', 'Invoice 1002 Åkeriet AB.pdf'])
  expect(names[2]).toMatch(/^invoice-lines-\d+-\d+\.csv$/)
  const pages = names.slice(0, 2).map((name) => pagesOf(readIfThere(join(folder, name))))
  expect(pages).toEqual([1, 3])
  const csv = readIfThere(join(folder, names[2] ?? '')).toString('utf8')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + MANY + 2 + 1)
})

test('money comes in for an invoice, is taken back, and the invoice is credited', async () => {
  const { app, window } = desk
  await tab(window, 'Invoices').click()
  await window.getByRole('row', { name: /1001/ }).click()
  const details = window.getByRole('complementary', { name: 'Invoice 1001' })
  await expect(details).toContainText('kr 200.00')
  await details.getByRole('textbox', { name: 'Amount' }).fill('150')
  await details.getByRole('button', { name: 'Enter payment' }).click()
  await expect(details).toContainText('Partly paid')
  await details.getByRole('button', { name: /^Undo the payment/ }).click()
  await window.getByRole('button', { name: 'Undo kr 150.00' }).click()
  await expect(details).toContainText('undone by desk')

  const pdf = await savedBy(app, 'invoice.pdf', async () => {
    await details.getByRole('button', { name: 'Show and print…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Invoice 1001' })
    await expect(dialog).toContainText('Att betala')
    await expect(dialog).toContainText('Sida 1 av 1')
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
  })
  expect(pagesOf(pdf)).toBe(1)
  await window.getByRole('button', { name: 'Close', exact: true }).click()

  await details.getByRole('button', { name: 'Credit…' }).click()
  await window.getByRole('textbox', { name: 'Reason, on the credit note' }).fill('Wrong address')
  await window.getByRole('button', { name: 'Credit kr 200.00' }).click()
  await expect(details).toContainText('Credited')
  await expect(window.getByRole('row', { name: /^1003 Bageriet/ })).toContainText('Set off')
})

test('the ledger leaves as vouchers that another program reads', async () => {
  const { app, window } = desk
  await tab(window, 'Bookkeeping').click()
  await window.getByRole('combobox', { name: 'Period' }).click()
  await window.getByRole('option', { name: 'Year', exact: true }).click()
  await expect(window.getByRole('cell', { name: 'Kundfordringar', exact: true })).toBeVisible()
  const file = await savedBy(app, 'vouchers.si', () =>
    window.getByRole('button', { name: 'Save SIE file…' }).click(),
  )
  const { records, vouchers } = readSie(file)
  expect(records.get('FNAMN')).toEqual([['Norra Depån Laddning AB']])
  expect(vouchers.length).toBeGreaterThan(0)
})
