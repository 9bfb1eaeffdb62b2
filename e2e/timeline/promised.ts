import { expect } from '@playwright/test'
import { type Console, startConsole } from '../app.ts'
import { ask, english } from '../walk/desk.ts'
import { type Grid, openGrid } from './grid.ts'
import { type BookableSite, bookableSite } from './site.ts'

/** A console that shows the timeline of a site whose grid bears so much. */
export interface PromisedDesk extends Console {
  readonly site: BookableSite
  readonly grid: Grid
}

const kWh = (count: number) => ({ need: { kind: 'energy', energyWh: count * 1_000 } })

/**
 * `ABC 123` lies on the first row from hour 0 to 2 and wants 22 kWh, `DEF 456` on the second from 3 to 5 and wants 44:
 * all that a connector gives in that time.
 */
export async function promisedDesk(gridLimitW: number): Promise<PromisedDesk> {
  const desk = await startConsole({ env: english })
  await ask(desk.ready, 'PATCH', '/site', { gridLimitW, reservePct: 0 })
  const site = await bookableSite(desk.ready)
  await site.book('ABC 123', 'Bay 1', 0, 2, kWh(22))
  await site.book('DEF 456', 'Bay 2', 3, 5, kWh(44))
  const grid = await openGrid(desk.window, site)
  await expect(grid.bar('ABC 123')).toBeVisible()
  return { ...desk, site, grid }
}
