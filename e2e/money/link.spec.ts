import { type Browser, expect, type Locator, test } from '@playwright/test'
import { create } from 'qrcode'
import { savedBy } from '../saved-file.ts'
import { cards, openLink, payByCard, payersPhone } from './phone.ts'
import { practiceDesk, type PracticeDesk } from './practice-desk.ts'
import { beginTaking, callOff, openBooking, saysIn } from './take.ts'

let desk: PracticeDesk
let phone: Browser
test.beforeAll(async () => {
  ;[desk, phone] = await Promise.all([practiceDesk(), payersPhone()])
})
test.afterAll(async () => {
  await phone.close()
  await desk.app.close()
})

test('a booking is paid on the driver’s phone by a code; bar and inspector say so; its receipt is a copy the second time', async () => {
  const { window } = desk
  const visit = await desk.visit('PAY 123', 10)
  let dialog = await beginTaking(window, visit, 'checkout')
  await dialog.getByRole('button', { name: 'Show the link for kr 43.70' }).click()

  await test.step('the code holds the link that is beside it', async () => {
    const code = dialog.getByRole('img', { name: /page to pay on/ })
    await expect(code).toBeVisible()
    const { payUrl } = await desk.payment(visit)
    await expect(dialog.locator('.lp-copy')).toContainText(payUrl ?? '-')
    expect(await darkModules(code)).toEqual(modulesOf(payUrl ?? ''))
    await expect(dialog.getByRole('timer')).toContainText(/^\d\d:\d\d left$/)
  })

  const page = await openLink(phone, (await desk.payment(visit)).payUrl ?? '')
  await expect(page.getByText('Practice: no money moves')).toBeVisible()
  await expect(page.getByText('SEK 43.70').first()).toBeVisible()
  await payByCard(page, cards.pays)
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible()

  await expect(saysIn(dialog)).toContainText('paid')
  await expect(dialog).toContainText('Visa •••• 4242')
  await dialog.getByRole('button', { name: 'Done' }).last().click()
  await expect(window.getByRole('complementary')).toContainText('Paid: kr 43.70')
  await expect(window.locator(`[data-booking="${visit.bookingId}"]`)).toHaveAttribute(
    'aria-label',
    /paid/,
  )

  await test.step('the receipt has what the law asks for', async () => {
    const inspector = window.getByRole('complementary')
    await inspector.getByRole('link', { name: /Link or QR/ }).click()
    await inspector.getByRole('button', { name: 'Receipt…' }).first().click()
    dialog = window.getByRole('dialog', { name: /^Receipt \d+$/ })
    const sheet = dialog.getByRole('region', { name: 'The receipt' })
    for (const words of [
      'PRACTICE – NOT A RECEIPT',
      'Almvik Laddning AB',
      'Org. no. 559999-0001',
      'Depågatan 4',
      'Receipt no.',
      'Date and time',
      'Energy 10.00 kWh',
      'Total incl. VAT',
      'Paid: Card, online Visa •••• 4242',
      'Not a certified cash register.',
    ])
      await expect(sheet).toContainText(words)
    await expect(sheet).toContainText(/25kr.34\.96kr.8\.74kr.43\.70/)
    await expect(sheet).not.toContainText('Copy', { ignoreCase: true })
    expectPdf(await savedReceipt(dialog))
    await expect(sheet).toContainText('Copy', { ignoreCase: true })
    await dialog.getByText('Svenska').click()
    await expect(sheet).toContainText('Kopia', { ignoreCase: true })
    await expect(sheet).toContainText('Inte ett certifierat kassaregister.')
    expectPdf(await savedReceipt(dialog))
  })
})

test('a card that is declined is told in words on the phone and at the desk, and another one pays', async () => {
  const { window } = desk
  const visit = await desk.visit('PAY 456', 10)
  const dialog = await beginTaking(window, visit, 'checkout')
  await dialog.getByRole('button', { name: 'Show the link for kr 43.70' }).click()
  await expect(dialog.getByRole('img', { name: /page to pay on/ })).toBeVisible()
  const { payUrl } = await desk.payment(visit)
  const page = await openLink(phone, payUrl ?? '')
  await payByCard(page, cards.noFunds)
  await expect(page.getByRole('alert')).toHaveText('There is not enough money on the card.')
  await expect(dialog).toContainText(
    'The last try came to nothing. There is not enough money on the card.',
  )
  await expect(saysIn(dialog)).toContainText('waits for the driver')
  await payByCard(page, cards.pays)
  await expect(page.getByRole('heading', { name: 'Paid' })).toBeVisible()
  await expect(saysIn(dialog)).toContainText('paid')
  const { bill, payments } = await desk.bill(visit)
  expect(payments).toHaveLength(1)
  expect(bill.paidMinor).toBe(4_370)
  await dialog.getByRole('button', { name: 'Done' }).last().click()
})

test('a payment that is called off can’t be paid any more', async () => {
  const { window } = desk
  const visit = await desk.visit('PAY 789', 10)
  const dialog = await beginTaking(window, visit, 'checkout')
  await dialog.getByRole('button', { name: 'Show the link for kr 43.70' }).click()
  await expect(dialog.getByRole('img', { name: /page to pay on/ })).toBeVisible()
  const { payUrl } = await desk.payment(visit)
  const page = await openLink(phone, payUrl ?? '')
  await callOff(window, dialog)
  await expect(saysIn(dialog)).toContainText('cancelled')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has expired')
  await dialog.getByRole('button', { name: 'Done' }).last().click()
  await openBooking(window, visit)
})

/** The dark modules of a code that is on screen, as `x y` without the quiet zone of four around them. */
async function darkModules(code: Locator): Promise<string[]> {
  const drawn = (await code.locator('path').getAttribute('d')) ?? ''
  return [...drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => `${Number(x) - 4} ${Number(y) - 4}`,
  )
}

/** The dark modules of the code for a text. */
function modulesOf(text: string): string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return Array.from(modules.data, (dark, index) => ({ dark, index }))
    .filter(({ dark }) => dark !== 0)
    .map(({ index }) => `${index % modules.size} ${Math.floor(index / modules.size)}`)
}

/** The PDF that the receipt of the open dialog is saved as. */
const savedReceipt = (dialog: Locator) =>
  savedBy(desk.app, 'receipt.pdf', () =>
    dialog.getByRole('button', { name: 'Save as PDF' }).click(),
  )

function expectPdf(file: Buffer): void {
  expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(file.length).toBeGreaterThan(1_000)
}
