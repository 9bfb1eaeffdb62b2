import { readFile, rm } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { restAt } from '../fixtures/hub-process.ts'
import type { Budget, Figure } from './figure/figure.ts'
import { quantile } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'
import { framesWhile } from './timeline/frames.ts'
import { type Gestures, gesturesOn } from './timeline/gestures.ts'
import { plannedSite } from './timeline/site.ts'
import { keepUpdating } from './timeline/updates.ts'

/**
 * The timeline in the real window, two hundred rows and thousands of bookings, while fifty of them change each second:
 * how long its frames take when it is scrolled, zoomed and a bar is dragged, with real input. The same window at rest,
 * without updates, is what they stand beside. The budget is for five thousand bookings; twenty thousand are told.
 */
const SIZES = [5_000, 20_000]
const BUDGETED = 5_000
const P95: Budget = { of: 'value', is: '<=', limit: 20 }
const P99: Budget = { of: 'value', is: '<=', limit: 34 }

const gestures = ['scrollDown', 'scrollSideways', 'zoom', 'drag'] as const
const words: Record<(typeof gestures)[number], string> = {
  scrollDown: 'scrolling down',
  scrollSideways: 'scrolling sideways',
  zoom: 'zooming',
  drag: 'dragging a bar',
}

const figures: Figure[] = []
for (const size of SIZES) figures.push(...(await figuresOf(size)))
process.exitCode = report(figures, process.argv.slice(2))

async function figuresOf(size: number): Promise<Figure[]> {
  const dataDir = freshDataDir()
  try {
    const bookings = await plannedSite(dataDir, size)
    progress(`${size} bookings are planned`)
    const { app, window, ready } = await startConsole({ dataDir })
    try {
      const opensMs = await openTimeline(window)
      const act = await gesturesOn(window)
      await act.rest() // what comes with the start is over
      const idle = await framesWhile(window, () => act.rest())
      const rest = restAt(ready.api, (await readFile(ready.tokenFile, 'utf8')).trim())
      const updates = keepUpdating(rest, bookings)
      const told = await framesOf(window, act, size, quantile(idle, 0.95)).finally(async () =>
        progress(`${await updates.stop()} bookings changed meanwhile`),
      )
      const nodes = await window.locator('.lp-tl *').count()
      const heap = await window.evaluate(() => performance.memory.usedJSHeapSize)
      return [
        ...told,
        one(size, 'time from the click to the first bars', opensMs, 'ms'),
        one(size, 'nodes of the timeline in the document', nodes, ''),
        one(size, 'memory of the page’s script', heap / 1_048_576, 'MB'),
      ]
    } finally {
      await app.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function framesOf(
  window: Page,
  act: Gestures,
  size: number,
  idleP95: number,
): Promise<Figure[]> {
  const told: Figure[] = []
  for (const gesture of gestures) {
    const frames = await framesWhile(window, act[gesture])
    const [p95, p99] = [quantile(frames, 0.95), quantile(frames, 0.99)]
    progress(
      `${size}, ${words[gesture]}: ${frames.length} frames, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`,
    )
    const held = size === BUDGETED
    told.push(
      {
        ...one(size, `p95 frame, ${words[gesture]}`, p95, 'ms'),
        baseline: idleP95,
        budget: held ? P95 : null,
      },
      { ...one(size, `p99 frame, ${words[gesture]}`, p99, 'ms'), budget: held ? P99 : null },
    )
  }
  return told
}

function one(size: number, figure: string, value: number, unit: string): Figure {
  const name = `${figure}, 200 rows x ${size.toLocaleString('en')}`
  return { bench: 'timeline', figure: name, value, unit, baseline: null, budget: null }
}

/** Goes to the timeline as one does, by its place in the rail. @returns how long until bars are painted, ms */
async function openTimeline(window: Page): Promise<number> {
  await window.locator('html[data-ready="true"]').waitFor()
  return window.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('.lp-rail a[href="#/timeline"]')
    const from = performance.now()
    link?.click()
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (document.querySelector('.lp-tl [data-booking]') === null) requestAnimationFrame(look)
        else requestAnimationFrame(() => resolve())
      }
      look()
    })
    return performance.now() - from
  })
}

declare global {
  interface Performance {
    /** Chromium’s own. */
    readonly memory: { readonly usedJSHeapSize: number }
  }
}
