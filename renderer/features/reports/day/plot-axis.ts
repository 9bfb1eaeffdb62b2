/** How axes are drawn: a line of their own, no ticks across it. */
export const axis = { stroke: 'var(--lp-line-strong)', tickLine: false } as const

/** How many hours are passed over between two that are named. */
export const CLOCK_EVERY = 2
