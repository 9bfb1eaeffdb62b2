import { z } from 'zod'

/** What a benchmark asks of its load process. */
export type Order =
  | { kind: 'gather'; ocpp: string; count: number; localAddresses: string[]; busy: boolean }
  | { kind: 'rush'; durationMs: number }
  | { kind: 'offer'; perSecond: number; durationMs: number }
  | { kind: 'beat'; durationMs: number }
  | { kind: 'leave' }

const durationMs = z.number()

/** Reads an order that came over the process channel. */
export const order: z.ZodType<Order> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('gather'),
    ocpp: z.string(),
    count: z.number(),
    localAddresses: z.array(z.string()),
    busy: z.boolean(),
  }),
  z.object({ kind: z.literal('rush'), durationMs }),
  z.object({ kind: z.literal('offer'), perSecond: z.number(), durationMs }),
  z.object({ kind: z.literal('beat'), durationMs }),
  z.object({ kind: z.literal('leave') }),
])

/** What the load process answers to every order, once it is carried out. */
export const outcome = z.object({
  open: z.number(),
  troubles: z.number(),
  acknowledged: z.number(),
  durationMs,
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  /** What went wrong, if the order could not be carried out. */
  failure: z.string().nullable(),
})
export type Outcome = z.infer<typeof outcome>
