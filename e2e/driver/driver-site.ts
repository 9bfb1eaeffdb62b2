import { z } from 'zod'
import { tariffOfTemplate } from '../../shared/domain/tariff/templates.ts'
import { type Kiosk, putUp } from '../desk/kiosk.ts'
import { practiceDesk, type PracticeDesk } from '../money/practice-desk.ts'
import { ask } from '../walk/desk.ts'
import { type Visits, visitsAt } from './visits.ts'

/** A practice site whose page is laid open to phones, with a connector of its own beside the demo depot's. */
export interface DriverSite extends PracticeDesk {
  readonly bay: Kiosk
  readonly visits: Visits
  /** Where phones find the site, and its own connector: what the codes on the signs say. */
  readonly siteUrl: string
  readonly bayUrl: string
}

export const BAY = 'Bay 9'

/** What a kWh costs at the bay, with 25 % VAT, in öre. */
export const PER_KWH_MINOR = 400

const opened = z.object({ state: z.object({ state: z.literal('open') }) })
const signs = z.object({
  siteUrl: z.string(),
  places: z.array(z.object({ name: z.string(), url: z.string() })),
})
const made = z.object({ tariff: z.object({ id: z.string() }) })

/** Starts such a site, as somebody at the desk would have it. */
export async function driverSite(): Promise<DriverSite> {
  const desk = await practiceDesk()
  try {
    const { ready } = desk
    const bay = await putUp(desk, BAY)
    const { ocpi } = tariffOfTemplate({
      ...{ kind: 'perKwh', currency: 'SEK', taxIncluded: true, vatPct: 25 },
      perKwh: PER_KWH_MINOR / 100,
    })
    const { tariff } = made.parse(await ask(ready, 'POST', '/tariffs', { name: 'Bay', ocpi }))
    const { stationId } = bay
    await ask(ready, 'POST', '/tariff-assignments', { tariffId: tariff.id, stationId })
    const door = { exposure: 'lan', port: 0, slug: 'almvik' }
    opened.parse(await ask(ready, 'PATCH', '/driver-door', door))
    const { siteUrl, places } = signs.parse(await ask(ready, 'GET', '/visit-signs'))
    const bayUrl = places.find(({ name }) => name === BAY)?.url
    if (bayUrl === undefined) throw new Error('The bay has no sign.')
    return { ...desk, bay, siteUrl, bayUrl, visits: visitsAt(desk) }
  } catch (error) {
    await desk.app.close()
    throw error
  }
}
