import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { HOUR, MINUTE } from '../../shared/time/instant.ts'
import { startConsole, type Console } from '../app.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'
import { savedBy } from '../saved-file.ts'
import { ask, english, goTo } from '../walk/desk.ts'

/** Points to the millimetre (PDF 32000-1, §8.3.2.3). */
const PT_PER_MM = 72 / 25.4

const PASSWORD = 'correct horse battery'

const withId = z.object({ id: z.string() })
const withStation = z.object({ station: withId })
const withTariff = z.object({ tariff: withId })

let desk: Console
test.beforeAll(async () => {
  desk = await startConsole({ env: english })
  const { ready } = desk
  await ask(ready, 'PATCH', '/payment-terms', {
    legalName: 'Depot AB',
    organisationNumber: '556000-0000',
    address: ['Street 1'],
  })
  const { station } = withStation.parse(
    await ask(ready, 'POST', '/stations', {
      ...{ chargePointId: 'BAY-1', name: 'Bay 1', password: PASSWORD },
    }),
  )
  const charger = await connectThirdParty({
    ...{ ocpp: ready.ocpp, chargePointId: 'BAY-1', password: PASSWORD },
    reconnect: false,
  })
  await charger.call('BootNotification', { chargePointVendor: 'Other', chargePointModel: 'One' })
  await charger.call('StatusNotification', {
    ...{ connectorId: 1, errorCode: 'NoError', status: 'Available' },
  })
  const made = withTariff.parse(
    await ask(ready, 'POST', '/tariffs', {
      name: 'Day',
      ocpi: {
        currency: 'SEK',
        elements: [{ price_components: [{ type: 'ENERGY', price: 4, vat: 25, step_size: 1 }] }],
      },
    }),
  )
  await ask(ready, 'POST', '/tariff-assignments', { tariffId: made.tariff.id })
  const quarter = 15 * MINUTE
  const arrivesAt = Math.ceil(Date.now() / quarter) * quarter + HOUR
  const { id } = withId.parse(
    await ask(ready, 'POST', '/bookings', {
      ...{ plate: 'ABC 123', stationId: station.id, connectorId: 1 },
      ...{ arrivesAt, departsAt: arrivesAt + 4 * HOUR },
      need: { kind: 'energy', energyWh: 10_010 },
    }),
  )
  await ask(ready, 'POST', `/bookings/${id}/bill`)
  await desk.window.evaluate((bookingId) => {
    location.hash = `#/timeline/${bookingId}`
  }, id)
})
test.afterAll(async () => {
  await desk.app.close()
})

test('a booking is paid in cash at the desk: whole coins, the change told', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'Pay now' }).click()
  const dialog = window.getByRole('dialog', { name: 'Payment of ABC 123' })
  await expect(dialog).toContainText('50.05')
  await dialog.getByRole('radio', { name: /^Cash/ }).click()
  await expect(dialog).toContainText('Rounded to whole coins')
  await dialog.getByRole('textbox', { name: 'Handed over' }).fill('100')
  await dialog.getByRole('button', { name: /^Take .*50\.00 in cash$/ }).click()
  await expect(dialog.getByRole('status')).toContainText('paid')
  await expect(dialog).toContainText(/Change.*50\.00/)
})

test('its receipt is saved as wide as the roll, and then on A4 as a copy', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'Receipt…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Receipt 1' })
  await expect(dialog).toContainText('Not a certified cash register.')
  await expect(dialog).not.toContainText('COPY')
  const [rollPt = 0] = pageOf(await saved('roll.pdf'))
  expect(rollPt / PT_PER_MM).toBeCloseTo(80, 0)
  await expect(dialog).toContainText('COPY')
  await dialog.getByText('A4', { exact: true }).click()
  const [widthPt = 0, heightPt = 0] = pageOf(await saved('a4.pdf'))
  expect(widthPt / PT_PER_MM).toBeCloseTo(210, 0)
  expect(heightPt / PT_PER_MM).toBeCloseTo(297, 0)
  await window.keyboard.press('Escape')
})

test('it is among the payments, and in the ledger', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'Done' }).last().click()
  await goTo(window, 'Pay')
  const row = window.getByRole('row', { name: /ABC 123/ })
  await expect(row).toContainText('Cash')
  await expect(row).toContainText('paid')
  await row.click()
  const details = window.getByRole('complementary', { name: 'ABC 123' })
  const history = details.getByRole('listitem')
  await expect(history.filter({ hasText: /Receipt 1 .*by the desk.*50\.05/ })).toBeVisible()
  await expect(history.filter({ hasText: 'Copy of the receipt printed' })).toBeVisible()
  await window.getByRole('link', { name: 'Ledger' }).click()
  await expect(window.getByText('Debit and credit are equal.')).toBeVisible()
  await window.getByRole('button', { name: 'Verify the ledger' }).click()
  await expect(window.getByText(/The ledger is whole/)).toBeVisible()
})

/** The PDF that the open receipt is saved as. */
const saved = (name: string) =>
  savedBy(desk.app, name, () => desk.window.getByRole('button', { name: 'Save as PDF' }).click())

/** The width and height of the only page of a PDF, points. */
function pageOf(pdf: Buffer): number[] {
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)]
  expect(boxes).toHaveLength(1)
  return (boxes[0]?.[1] ?? '').trim().split(/\s+/).slice(2).map(Number)
}
