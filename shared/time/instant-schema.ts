import { z } from 'zod'

/** An instant as it is checked where it comes in. Not in `instant.ts`: who only reckons with time needn't load zod. */
export const instant = z.int().describe('Epoch milliseconds, UTC')
