import { expect } from '@playwright/test'
import { z } from 'zod'
import { DAY, HOUR, MINUTE, toIso } from '../../shared/time/instant.ts'
import { startConsole, type Console } from '../app.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'
import { ask, english, goTo } from '../walk/desk.ts'

const PASSWORD = 'correct horse battery'

/** What was charged yesterday, each from ten o'clock on for two hours, evenly. */
export const chargedYesterday = [
  { name: 'Bay 1', kWh: 12 },
  { name: 'Bay 2', kWh: 6 },
] as const
/** Both together. */
export const CHARGED_KWH = 18

/** A console whose chargers, of another project, tell today what their cars took yesterday. */
export async function meteredDesk(): Promise<Console> {
  const desk = await startConsole({ env: english })
  await ask(desk.ready, 'PATCH', '/site', { timeZone: 'UTC', gridLimitW: 50_000, reservePct: 0 })
  for (const [index, { name, kWh }] of chargedYesterday.entries())
    await tellYesterday(desk, `BAY-${index + 1}`, name, kWh * 1_000)
  // The hub adds up what was told once a minute.
  await expect.poll(() => keptKwh(desk), { timeout: 90_000 }).toBe(CHARGED_KWH)
  return desk
}

/** Yesterday's first moment, by the site's clock. */
const yesterday = () => Math.floor(Date.now() / DAY) * DAY - DAY

const curve = z.object({ lines: z.array(z.object({ energyWh: z.array(z.number().nullable()) })) })

async function keptKwh({ ready }: Console): Promise<number> {
  const query = `from=${yesterday()}&until=${yesterday() + DAY}&step=hour`
  const { lines } = curve.parse(await ask(ready, 'GET', `/load?${query}`))
  return (
    lines.flatMap(({ energyWh }) => energyWh).reduce<number>((sum, wh) => sum + (wh ?? 0), 0) /
    1_000
  )
}

async function tellYesterday({ ready }: Console, chargePointId: string, name: string, wh: number) {
  await ask(ready, 'POST', '/stations', { chargePointId, name, password: PASSWORD })
  const line = await connectThirdParty({
    ...{ ocpp: ready.ocpp, chargePointId, password: PASSWORD },
    reconnect: false,
  })
  const from = yesterday() + 10 * HOUR
  await line.call('BootNotification', { chargePointVendor: 'Other', chargePointModel: 'Metered' })
  const started = await line.call('StartTransaction', {
    ...{ connectorId: 1, idTag: 'CARD', meterStart: 0 },
    timestamp: toIso(from),
  })
  const transactionId = Number(Object(started).transactionId)
  for (let at = 5; at < 120; at += 5)
    await line.call('MeterValues', {
      ...{ connectorId: 1, transactionId },
      meterValue: [
        {
          timestamp: toIso(from + at * MINUTE),
          sampledValue: [
            {
              value: String(Math.round((wh * at) / 120)),
              measurand: 'Energy.Active.Import.Register',
              unit: 'Wh',
            },
          ],
        },
      ],
    })
  await line.call('StopTransaction', {
    ...{ transactionId, meterStop: wh },
    timestamp: toIso(from + 2 * HOUR),
  })
  await line.close()
}

/** The Load screen of a desk, at yesterday, once all that was told is in it. */
export async function openYesterday({ window }: Console): Promise<void> {
  await goTo(window, 'Load')
  await expect(window.getByRole('heading', { level: 1, name: 'Load' })).toBeVisible()
  await window.keyboard.press('2')
  await window.keyboard.press('n')
  await window.keyboard.press('ArrowLeft')
  await expect.poll(() => energyShown(window)).toBe(CHARGED_KWH)
}

/** The energy of what is shown, kWh, as the figures above the chart say it; 0 where there are none. */
export async function energyShown(window: Console['window']): Promise<number> {
  const shown = window.locator('.lp-load-sums dd').first()
  if ((await shown.count()) === 0) return 0
  return Number(/[\d.]+/.exec(await shown.innerText())?.[0] ?? 0)
}
