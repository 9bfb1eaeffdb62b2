import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

/** How long each gesture goes on, ms, and how often input comes: as from a mouse of sixty reports a second. */
const LASTS_MS = 5_000
const EVERY_MS = 16

const CTRL = 2
const SHIFT = 8

/** Real input to the window, as the operating system would bring it. */
export interface Gestures {
  scrollDown(): Promise<void>
  scrollSideways(): Promise<void>
  zoom(): Promise<void>
  drag(): Promise<void>
  /** As long as a gesture, without one. */
  rest(): Promise<void>
}

export async function gesturesOn(page: Page): Promise<Gestures> {
  const input = await page.context().newCDPSession(page)
  const grid = await page.locator('.lp-tl').boundingBox()
  if (grid === null) throw new Error('the timeline is not on screen')
  const middle = { x: grid.x + grid.width * 0.6, y: grid.y + grid.height * 0.5 }
  const wheeled = ({ by, modifiers }: { by: number; modifiers: number }) =>
    moving(page, () => wheel(input, middle, (step) => ({ deltaY: turning(step, by), modifiers })))
  return {
    scrollDown: () => wheeled({ by: 24, modifiers: 0 }),
    scrollSideways: () => wheeled({ by: 24, modifiers: SHIFT }),
    // A brisk pinch: seventeen times as near within a second, and back.
    zoom: () => wheeled({ by: -4, modifiers: CTRL }),
    async drag() {
      await page.getByText('Day', { exact: true }).click()
      await page.getByRole('button', { name: 'Now' }).click()
      const bar = await barInTheMiddle(page)
      await moving(page, () => drag(page, input, bar))
    },
    rest: () => pause(LASTS_MS),
  }
}

/** Does it, and sees to it that something moved: input that reaches nobody would make fine figures. */
async function moving(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await page.evaluate(standing)
  const acting = act()
  await pause(LASTS_MS / 10)
  const meanwhile = await page.evaluate(standing)
  await acting
  if (meanwhile === before) throw new Error('the timeline did not move')
}

/** Runs in the page: where rows, time and what is held stand. */
function standing(): string {
  const grid = document.querySelector('.lp-tl')
  const layer = document.querySelector<HTMLElement>('.lp-tl [data-layer]')
  const ghost = document.querySelector<HTMLElement>('.lp-ghost')
  const bar = document.querySelector('.lp-tl [data-booking]')?.getBoundingClientRect()
  return [grid?.scrollTop, layer?.style.transform, bar?.width, ghost?.style.left].join(' ')
}

/** There and back again: a second one way, a second the other. */
function turning(step: number, size: number): number {
  return Math.floor((step * EVERY_MS) / 1_000) % 2 === 0 ? size : -size
}

async function wheel(
  input: CDPSession,
  at: { x: number; y: number },
  of: (step: number) => { deltaY: number; modifiers: number },
): Promise<void> {
  // A wheel scrolls what the pointer has been moved over.
  for (const x of [at.x - 4, at.x])
    await input.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: at.y })
  await paced((step) =>
    input.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, ...of(step) }),
  )
}

/** Takes a bar in the middle of the grid and carries it round in circles; Escape leaves it where it was. */
async function drag(page: Page, input: CDPSession, bar: { x: number; y: number }): Promise<void> {
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
    input.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    })
  await mouse('mousePressed', bar.x, bar.y)
  await paced((step) => {
    const angle = (step * EVERY_MS * 2 * Math.PI) / 2_000
    return mouse('mouseMoved', bar.x + 120 * Math.sin(angle), bar.y + 90 * (Math.cos(angle) - 1))
  })
  await page.keyboard.press('Escape')
  await mouse('mouseReleased', bar.x, bar.y)
}

async function barInTheMiddle(page: Page): Promise<{ x: number; y: number }> {
  const grid = await page.locator('.lp-tl').boundingBox()
  for (const bar of await page.locator('.lp-tl [data-booking]').all()) {
    const box = await bar.boundingBox()
    if (box === null || grid === null || box.width < 60) continue
    const x = box.x + box.width / 2
    const y = box.y + box.height / 2
    const inside =
      x > grid.x + grid.width * 0.35 &&
      x < grid.x + grid.width * 0.8 &&
      y > grid.y + grid.height * 0.45 &&
      y < grid.y + grid.height * 0.75
    if (inside) return { x, y }
  }
  throw new Error('no bar lies in the middle of the timeline')
}

/** Sends input at its pace; what could not be sent in time is not caught up. */
async function paced(send: (step: number) => Promise<unknown>): Promise<void> {
  const from = performance.now()
  for (let step = 0; performance.now() - from < LASTS_MS; step += 1) {
    const due = from + step * EVERY_MS
    const now = performance.now()
    if (due > now) await pause(due - now)
    await send(Math.floor((performance.now() - from) / EVERY_MS))
  }
}
