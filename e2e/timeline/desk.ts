import { expect, type Page } from '@playwright/test'
import { type Console, startConsole } from '../app.ts'
import { english } from '../walk/desk.ts'
import { type Grid, openGrid } from './grid.ts'
import { type BookableSite, bookableSite } from './site.ts'

/** A console that shows the timeline of a site with three bookings. */
export interface BookedDesk extends Console {
  readonly site: BookableSite
  readonly grid: Grid
}

/** A console that several tests share. */
export interface BookableDesk extends Console {
  /** What was booked is cancelled, the three bookings are there again, and the window remembers nothing. */
  anew(): Promise<BookedDesk>
}

/** A console with the site and nothing booked on it yet. */
export async function bookableDesk(): Promise<BookableDesk> {
  const desk = await startConsole({ env: english })
  const site = await bookableSite(desk.ready)
  return {
    ...desk,
    async anew() {
      await site.clear()
      await forget(desk.window)
      return booked(desk, site)
    },
  }
}

/** Two bookings lie on the first two rows, `ABC 123` and `DEF 456`; `GHI 789` waits in the tray. */
export async function bookedDesk(): Promise<BookedDesk> {
  const desk = await startConsole({ env: english })
  return booked(desk, await bookableSite(desk.ready))
}

async function booked(desk: Console, site: BookableSite): Promise<BookedDesk> {
  await site.book('ABC 123', 'Bay 1', 0, 2)
  await site.book('DEF 456', 'Bay 2', 1, 3)
  await site.book('GHI 789', null, 0, 2)
  const grid = await openGrid(desk.window, site)
  await expect(grid.bar('ABC 123')).toBeVisible()
  return { ...desk, site, grid }
}

async function forget(window: Page): Promise<void> {
  await window.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
    location.hash = '#/stations'
  })
  await window.reload()
}
