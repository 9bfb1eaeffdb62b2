import { z } from 'zod'

const CODE = 'Give a three-letter ISO 4217 currency code such as SEK.'

/** An ISO 4217 code, such as SEK. Apart from the rest, so that the window's first screen needn't read zod. */
export const currencyCode = z.string(CODE).regex(/^[A-Z]{3}$/, CODE)
export type CurrencyCode = z.infer<typeof currencyCode>
