import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

/** What reports reckon with and nobody measures. */
export const reportTermsWords = z.strictObject({
  co2GPerKwh: z
    .int()
    .min(0)
    .max(2_000)
    .describe('What a kWh of the site’s electricity emits, grams of CO₂'),
})
export type ReportTermsWords = z.infer<typeof reportTermsWords>

export const reportTerms = z.object({
  id: z.literal('reportTerms'),
  ...reportTermsWords.shape,
  updatedAt: instant,
})
export type ReportTerms = z.infer<typeof reportTerms>
