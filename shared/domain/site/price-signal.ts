import { z } from 'zod'

const minuteOfDay = z.int().min(0).max(1_440)

/** A price of energy: minor units of the site's currency per MWh; 0,85 kr/kWh is 85,000. Negative prices occur. */
export const energyPrice = z.int().min(-10_000_000).max(100_000_000)

/** A price that holds at certain hours of certain days, by the site's clock. */
export const pricePeriod = z
  .strictObject({
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO 8601: 1 is Monday'),
    from: minuteOfDay,
    until: minuteOfDay,
    pricePerMWh: energyPrice,
  })
  .refine(({ from, until }) => until > from, 'The period has to end after it begins.')
export type PricePeriod = z.infer<typeof pricePeriod>

/** What energy costs the site and when: no matter, by hours of the week, or hour by hour from an imported file. */
export const priceSignal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('periods'),
    periods: z.array(pricePeriod).max(50).describe('Where two overlap the first counts'),
    otherwisePerMWh: energyPrice,
  }),
  z.strictObject({ kind: z.literal('series') }),
])
export type PriceSignal = z.infer<typeof priceSignal>
