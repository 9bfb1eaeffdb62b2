import type { Locator, Page } from '@playwright/test'

/** Somebody's hands at the desk, by keys alone or by a finger alone, that count what they do. */
export interface Hands {
  /** How many times something was pressed or tapped; a word that is typed counts once. */
  readonly inputs: number
  startOver(): void
}

/** Keys, and no mouse. */
export interface Keys extends Hands {
  press(key: string): Promise<void>
  type(text: string): Promise<void>
}

/** A finger on a touch screen, and the keyboard that comes up for a field. */
export interface Finger extends Hands {
  tap(target: Locator): Promise<void>
  type(text: string): Promise<void>
}

export function keysAt({ keyboard }: Page): Keys {
  let inputs = 0
  return {
    get inputs() {
      return inputs
    },
    startOver() {
      inputs = 0
    },
    async press(key) {
      inputs += 1
      await keyboard.press(key)
    },
    async type(text) {
      inputs += 1
      await keyboard.type(text)
    },
  }
}

/** Taps are the browser's own touches, so that what can only be hovered or dragged can't be reached by them. */
export async function fingerAt(page: Page): Promise<Finger> {
  const input = await page.context().newCDPSession(page)
  await input.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
  let inputs = 0
  return {
    get inputs() {
      return inputs
    },
    startOver() {
      inputs = 0
    },
    async tap(target) {
      inputs += 1
      await target.scrollIntoViewIfNeeded()
      const box = await target.boundingBox()
      if (box === null) throw new Error(`not on screen: ${target.toString()}`)
      const at = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
      await input.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
      await input.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    },
    async type(text) {
      inputs += 1
      await page.keyboard.type(text)
    },
  }
}
