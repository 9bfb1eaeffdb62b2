import { expect, type Locator, test } from '@playwright/test'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Shift } from '../../shared/domain/till/shift.ts'
import type { Till } from '../../shared/domain/till/till.ts'
import type { ZReport } from '../../shared/domain/till/z-report.ts'
import { cards } from '../money/phone.ts'
import { practiceDesk, type PracticeDesk } from '../money/practice-desk.ts'
import { beginTaking, goToHash, saysIn } from '../money/take.ts'
import { savedBy } from '../saved-file.ts'
import { ask, goTo } from '../walk/desk.ts'
import { expectNoViolations } from '../walk/violations.ts'

/** Points to the millimetre (PDF 32000-1, §8.3.2.3). */
const PT_PER_MM = 72 / 25.4

let desk: PracticeDesk
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await practiceDesk()
})
test.afterAll(async () => {
  await desk.app.close()
})

/** Counts the drawer by the keyboard alone: how many there are of each value, the largest first. */
async function count(pieces: readonly string[]): Promise<void> {
  const { window } = desk
  const [first] = await window.getByRole('textbox', { name: /^Pieces of/ }).all()
  await first?.focus()
  for (const typed of pieces) {
    await window.keyboard.type(typed)
    await window.keyboard.press('Enter')
  }
}

const done = (dialog: Locator) => dialog.getByRole('button', { name: 'Done' }).last().click()

/** Opens a part of the till, where this window stands. */
const act = (name: string) => desk.window.getByRole('button', { name, exact: true }).click()

test('a till is added, chosen for this window, and a shift opened with its float', async () => {
  const { window } = desk
  await goTo(window, 'Till')
  await expect(window.getByRole('heading', { name: 'This site has no till' })).toBeVisible()
  await window.getByRole('link', { name: 'Add a till' }).click()
  await window.getByRole('textbox', { name: 'Name' }).fill('Booth')
  await window.getByRole('button', { name: 'Add the till' }).click()
  await goTo(window, 'Till')
  await window.getByRole('button', { name: /^Booth/ }).click()
  await expect(window.getByRole('heading', { name: 'Open a shift at Booth' })).toBeVisible()
  await expectNoViolations(window, 'the float')
  // 500 + 2 × 100 + 3 × 20 + 4 × 10: the last Enter goes on to the button.
  await count(['0', '1', '0', '2', '0', '3', '4', '0', '0', '0'])
  const open = window.getByRole('button', { name: 'Open the shift with kr 800.00' })
  await expect(open).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('Nothing has been taken in this shift yet.')).toBeVisible()
  await expect(window.getByText(/^Booth · shift 1/)).toBeVisible()
})

const paid: Record<'cash' | 'reader' | 'swish', Payment | null> = {
  ...{ cash: null, reader: null, swish: null },
}

test('cash, a card at the reader, and Swish are taken in the shift', async () => {
  const { window, double } = desk
  const byCash = await desk.visit('TIL 111', 10)
  const cash = await beginTaking(window, byCash, 'cash')
  await cash.getByRole('button', { name: 'Exactly' }).click()
  await cash.getByRole('button', { name: /^Take .*44\.00 in cash$/ }).click()
  await expect(saysIn(cash)).toContainText('paid')
  await done(cash)

  const byCard = await desk.visit('TIL 222', 20)
  const card = await beginTaking(window, byCard, 'reader')
  await card.getByRole('combobox', { name: 'Card reader' }).click()
  await window.getByRole('option', { name: 'Desk', exact: true }).click()
  await card.getByRole('button', { name: /^Send .*87\.40 to the reader$/ }).click()
  await expect(card).toContainText('The reader asks for the card now.')
  await double.presentCard(await desk.readerId('Desk'), cards.pays)
  await expect(saysIn(card)).toContainText('paid')
  await done(card)

  const bySwish = await desk.visit('TIL 333', 30)
  const swish = await beginTaking(window, bySwish, 'swish')
  await swish.getByRole('button', { name: /^Show the Swish code for .*131\.10$/ }).click()
  await expect(saysIn(swish)).toBeVisible()
  await expect.poll(() => desk.payment(bySwish).then(({ qrData }) => qrData)).not.toBeNull()
  const { stripePaymentIntentId } = await desk.payment(bySwish)
  await double.holderAnswers(stripePaymentIntentId ?? '', true)
  await expect(saysIn(swish)).toContainText('paid')
  await done(swish)

  paid.cash = await desk.payment(byCash)
  paid.reader = await desk.payment(byCard)
  paid.swish = await desk.payment(bySwish)
  const [shift] = await openShifts()
  for (const payment of Object.values(paid)) expect(payment?.shiftId).toBe(shift?.id)
})

test('a part is given back in cash, and cash goes to the safe', async () => {
  const { window } = desk
  await goToHash(window, `/payments/all/${paid.cash?.id}`)
  await window.getByRole('complementary').getByRole('button', { name: 'Give back…' }).click()
  const refund = window.getByRole('dialog', { name: /^Give back/ })
  await refund.getByRole('textbox', { name: 'Amount' }).fill('10')
  await refund.getByRole('textbox', { name: 'In your own words' }).fill('The cable was cut')
  await refund.getByRole('button', { name: 'Refund kr 10.00' }).click()
  await expect(refund).toHaveCount(0)

  await goTo(window, 'Till')
  await act('Cash out')
  const out = window.getByRole('dialog', { name: 'Take cash out of the drawer' })
  await out.getByRole('textbox', { name: 'Amount' }).fill('300')
  await out.getByRole('textbox', { name: 'What for' }).fill('Too much in the drawer')
  await out.getByRole('button', { name: 'Take out kr 300.00' }).click()
  await expect(window.getByRole('row', { name: /To the safe/ })).toContainText('300.00')
})

test('the X report tells what was taken, and not what should be in the drawer', async () => {
  const { window } = desk
  await expectNoViolations(window, 'an open shift')
  await act('X report')
  const x = window.getByRole('dialog', { name: 'X report' })
  const paper = x.getByRole('region', { name: 'As it is printed' })
  for (const sum of ['43.70', '87.40', '131.10', '252.20']) await expect(paper).toContainText(sum)
  await expect(paper).not.toContainText('Expected')
  await expect(paper).toContainText('Not a certified cash register.')
  await window.keyboard.press('Escape')
  await expect(x).toHaveCount(0)
  await expect(window.getByRole('main')).not.toContainText('534.00')
})

test('the shift is closed by a blind count; what it is off by is told afterwards, with its reason', async () => {
  const { window } = desk
  await act('Close the shift')
  await expect(window.getByRole('main')).not.toContainText('534.00')
  // 800 + 44 - 10 - 300 = 534 should be there; 5 are missing.
  await count(['0', '1', '0', '0', '0', '1', '0', '1', '2', '0'])
  await expect(window.getByRole('button', { name: 'Counted: kr 529.00' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('kr 5.00 is missing.')).toBeVisible()
  await expect(window.getByRole('row', { name: /Expected/ })).toContainText('534.00')
  await expectNoViolations(window, 'what the count is off by')
  const close = window.getByRole('button', { name: 'Close the shift and make the Z report' })
  await expect(close).toBeDisabled()
  await window.getByRole('textbox', { name: 'Why it is off' }).fill('Wrong change, once')
  await window.getByRole('textbox', { name: 'Word for the next shift' }).fill('Few coins left')
  await close.click()
  const z = window.getByRole('dialog', { name: 'Z report 1' })
  const paper = z.getByRole('region', { name: 'As it is printed' })
  for (const words of ['252.20', '534.00', '529.00', 'Wrong change, once', 'Few coins left'])
    await expect(paper).toContainText(words)
  await expectNoViolations(window, 'the Z report', '[role="dialog"]')
  const pdf = await savedBy(desk.app, 'z.pdf', () =>
    z.getByRole('button', { name: 'Save as PDF' }).click(),
  )
  expect(widthMm(pdf)).toBeCloseTo(80, 0)
  await z.getByText('A4', { exact: true }).click()
  const a4 = await savedBy(desk.app, 'z-a4.pdf', () =>
    z.getByRole('button', { name: 'Save as PDF' }).click(),
  )
  expect(widthMm(a4)).toBeCloseTo(210, 0)
})

test('each act is in the Z report, once, and the ledger is whole', async () => {
  const report = (await ask(desk.ready, 'GET', '/z-reports/1')) as ZReport
  expect(report.content).toMatchObject({
    taken: [
      { means: 'reader', count: 1, amountMinor: 8_740 },
      { means: 'swish', count: 1, amountMinor: 13_110 },
      { means: 'cash', count: 1, amountMinor: 4_370, roundingMinor: 30 },
    ],
    refunds: [{ means: 'cash', count: 1, amountMinor: -1_000 }],
    net: [{ currency: 'SEK', amountMinor: 25_220 }],
    drawer: {
      ...{ floatMinor: 80_000, takenMinor: 4_400, refundedMinor: -1_000 },
      ...{ inMinor: 0, outMinor: -30_000, expectedMinor: 53_400 },
    },
    ...{ countedMinor: 52_900, varianceMinor: -500, varianceReason: 'Wrong change, once' },
    moves: [{ kind: 'toSafe', amountMinor: 30_000 }],
    counts: [{ purpose: 'opening' }, { purpose: 'closing', totalMinor: 52_900 }],
    modes: ['local', 'practice'],
  })
  // 20 % of what was paid with tax included is tax of 25 %.
  const vatMinor = report.content.vat.reduce((sum, row) => sum + row.vatMinor, 0)
  expect(vatMinor).toBe(25_220 / 5)
  const { window } = desk
  await window.keyboard.press('Escape')
  await expect(window.getByRole('row', { name: /Z report 1/ })).toContainText('252.20')
  await goToHash(window, '/payments/ledger')
  await window.getByRole('button', { name: 'Verify the ledger' }).click()
  await expect(window.getByText(/The ledger is whole/)).toBeVisible()
})

test('the next shift begins with the word that was left, once it is read', async () => {
  const { window } = desk
  await goTo(window, 'Till')
  await expect(window.getByText('Few coins left')).toBeVisible()
  const open = window.getByRole('button', { name: /^Open the shift with/ })
  await expect(open).toBeDisabled()
  await window.getByRole('checkbox', { name: 'I have read it' }).check()
  await open.click()
  await expect(window.getByText(/^Booth · shift 2/)).toBeVisible()
})

/** How wide the first page of a PDF is. */
function widthMm(pdf: Buffer): number {
  const [, box = ''] = /\/MediaBox\s*\[([^\]]+)\]/.exec(pdf.toString('latin1')) ?? []
  const [, , widthPt = 0] = box.trim().split(/\s+/).map(Number)
  return widthPt / PT_PER_MM
}

/** The shifts that are open at the only till. */
async function openShifts(): Promise<Shift[]> {
  const { rows: tills } = (await ask(desk.ready, 'GET', '/tills')) as { rows: Till[] }
  const path = `/tills/${tills[0]?.id}/shifts`
  const { rows } = (await ask(desk.ready, 'GET', path)) as { rows: Shift[] }
  return rows.filter(({ state }) => state === 'open')
}
