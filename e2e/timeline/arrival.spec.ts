import { expect, test } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'
import type { ChargePoint } from '../fixtures/charge-point.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'
import { ask, english } from '../walk/desk.ts'
import { openGrid } from './grid.ts'
import { bookableSite, HOUR } from './site.ts'

/** A charger on another project's client comes to a connector that is booked from now on. */
let desk: Console
let charger: ChargePoint
let bookingId: string

test.beforeEach(async () => {
  desk = await startConsole({ env: english })
  const { ready, window } = desk
  const site = await bookableSite(ready)
  for (const idToken of ['BOOKED-CARD', 'OTHER-CARD'])
    await ask(ready, 'PUT', '/id-tokens', { idToken })
  const now = (Date.now() - site.noon) / HOUR
  bookingId = await site.book('ABC 123', 'Bay 1', now, now + 2, {
    idToken: 'BOOKED-CARD',
    need: { kind: 'energy', energyWh: 10_000 },
  })
  const { key } = (await ask(ready, 'POST', `/stations/${site.stationIds[0]}/key`, {})) as {
    key: { password: string }
  }
  charger = await connectThirdParty({
    ocpp: ready.ocpp,
    chargePointId: 'BAY-1',
    password: key.password,
  })
  charger.onCall('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }))
  charger.onCall('ReserveNow', () => ({ status: 'Accepted' }))
  charger.onCall('CancelReservation', () => ({ status: 'Accepted' }))
  await charger.call('BootNotification', { chargePointVendor: 'Vendor', chargePointModel: 'Model' })
  await status('Available')
  const grid = await openGrid(window, site)
  await expect(grid.bar('ABC 123')).toBeVisible()
})
test.afterEach(async () => {
  await charger.close()
  await desk.app.close()
})

const status = (word: string) =>
  charger.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: word })
const start = async (idTag: string) =>
  (await charger.call('StartTransaction', {
    connectorId: 1,
    idTag,
    meterStart: 1_000,
    timestamp: new Date().toISOString(),
  })) as { transactionId: number; idTagInfo: { status: string } }
// By its id: a car that comes and goes within seconds leaves a bar too narrow for words.
const bar = () => desk.window.locator(`.lp-tl [data-booking="${bookingId}"]`)

test('with the booked token the bar turns to charging, fills, and ends when the car drives off', async () => {
  await status('Preparing')
  const { transactionId, idTagInfo } = await start('booked-card')
  expect(idTagInfo.status).toBe('Accepted')
  await status('Charging')
  await expect(bar()).toHaveAttribute('data-look', 'charging')
  await charger.call('MeterValues', {
    connectorId: 1,
    transactionId,
    meterValue: [
      { timestamp: new Date().toISOString(), sampledValue: [{ value: '6000', unit: 'Wh' }] },
    ],
  })
  await expect(bar().locator('.lp-tl-bar-fill')).toHaveAttribute('style', /width: 50%/)
  await charger.call('StopTransaction', {
    transactionId,
    meterStop: 11_000,
    timestamp: new Date().toISOString(),
    reason: 'Local',
  })
  await status('Finishing')
  await expect(bar()).toHaveAttribute('data-look', 'finished')
  await status('Available')
  await expect(bar()).toHaveAttribute('data-look', 'left')
})

test('with another token the conflict is raised on screen, and the booking stays', async () => {
  const { window } = desk
  await status('Preparing')
  await start('OTHER-CARD')
  await status('Charging')
  await expect(window.locator('.lp-tl [data-booking][data-look="charging"]')).toHaveCount(1)
  await expect(bar()).not.toHaveAttribute('data-look', 'charging')
  await window.locator('[data-alarms]').click()
  await expect(
    window
      .getByText(/ABC 123/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await expect(bar()).toHaveAccessibleName(/conflict|shares|overlap/i)
})
