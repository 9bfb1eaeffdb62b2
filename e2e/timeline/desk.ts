import { expect } from '@playwright/test'
import { type Console, startConsole } from '../app.ts'
import { english } from '../walk/desk.ts'
import { type Grid, openGrid } from './grid.ts'
import { type BookableSite, bookableSite } from './site.ts'

/** A console that shows the timeline of a site with three bookings. */
export interface BookedDesk extends Console {
  readonly site: BookableSite
  readonly grid: Grid
}

/** Two bookings lie on the first two rows, `ABC 123` and `DEF 456`; `GHI 789` waits in the tray. */
export async function bookedDesk(): Promise<BookedDesk> {
  const desk = await startConsole({ env: english })
  const site = await bookableSite(desk.ready)
  await site.book('ABC 123', 'Bay 1', 0, 2)
  await site.book('DEF 456', 'Bay 2', 1, 3)
  await site.book('GHI 789', null, 0, 2)
  const grid = await openGrid(desk.window, site)
  await expect(grid.bar('ABC 123')).toBeVisible()
  return { ...desk, site, grid }
}
