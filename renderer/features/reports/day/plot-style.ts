import { type PaymentMeans, paymentMeans } from '../../../../shared/domain/payment/payment.ts'

/** How a bar is filled, so that it can be told from the others without its colour too. */
export interface Fill {
  readonly colour: string
  /** Strokes over the colour in a square of 8, in the colour of the ground; none is plain. */
  readonly strokes: string | null
}

const strokes = [
  null,
  'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  'M-2 6 2 10M0 0 8 8M6 -2 10 2',
  'M0 4h8',
  'M4 0v8',
  'M0 4h8M4 0v8',
  'M1.5 1.5h1M5.5 5.5h1',
] as const

/** The fill of a means: the same on every day, however many means moved on it. */
export function fillOf(means: PaymentMeans): Fill {
  const at = paymentMeans.options.indexOf(means)
  return { colour: `var(--lp-series-${at % 12})`, strokes: strokes[at % strokes.length] ?? null }
}

/** What is drawn beside the bars of means. */
export const drawn = {
  delivered: { colour: 'var(--lp-charging)', strokes: null },
  sessions: { colour: 'var(--lp-series-8)', strokes: null },
  plugged: { colour: 'var(--lp-text-soft)', dashes: '5 4', width: 1.6 },
  charging: { colour: 'var(--lp-text)', dashes: 'none', width: 1.8 },
} as const
