export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is remembered about the window: where it lay when it was not maximised. */
export interface WindowState {
  readonly bounds: Bounds
  readonly maximised: boolean
}

/** The smallest window that still shows every control. */
export const smallest = { width: 960, height: 600 } as const

const preferred = { width: 1440, height: 900 } as const

/**
 * The remembered state of a window, as far as it still fits one of the screens.
 * @param remembered what was read from disk, of any shape
 * @param screens work areas, the primary one first; at least one
 */
export function fittingState(
  remembered: unknown,
  screens: readonly [Bounds, ...Bounds[]],
): WindowState {
  const state = readState(remembered)
  const screen = state && screens.find((area) => overlaps(area, state.bounds))
  if (!state || !screen) return { bounds: centred(screens[0], preferred), maximised: false }
  const width = clamp(state.bounds.width, smallest.width, screen.width)
  const height = clamp(state.bounds.height, smallest.height, screen.height)
  const x = clamp(state.bounds.x, screen.x, screen.x + screen.width - width)
  const y = clamp(state.bounds.y, screen.y, screen.y + screen.height - height)
  return { bounds: { x, y, width, height }, maximised: state.maximised }
}

function centred(screen: Bounds, size: { width: number; height: number }): Bounds {
  const width = Math.min(size.width, screen.width)
  const height = Math.min(size.height, screen.height)
  return {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2),
    width,
    height,
  }
}

/** Whether enough of the window lies on the screen to be grabbed with the mouse. */
function overlaps(screen: Bounds, window: Bounds): boolean {
  const width =
    Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x)
  const height =
    Math.min(screen.y + screen.height, window.y + window.height) - Math.max(screen.y, window.y)
  return width >= 100 && height >= 50
}

function readState(value: unknown): WindowState | null {
  if (!isRecord(value) || !isRecord(value['bounds'])) return null
  const { x, y, width, height } = value['bounds']
  if (!isInteger(x) || !isInteger(y) || !isInteger(width) || !isInteger(height)) return null
  return { bounds: { x, y, width, height }, maximised: value['maximised'] === true }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

/** When the range is empty its lower end wins. */
function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value))
}
