import { z } from 'zod'

/** The site's own terms for its desks. */
export const deskTerms = z.strictObject({
  lockAfterMin: z
    .int()
    .min(0)
    .max(120)
    .describe('So long without a hand on it, a desk locks; 0: never. Only where there are users'),
})
export type DeskTerms = z.infer<typeof deskTerms>

/** What a site begins with. */
export const firstDeskTerms: DeskTerms = { lockAfterMin: 10 }
