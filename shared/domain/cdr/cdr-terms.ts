import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'

const empty = z.literal('')

/** Who the site is to roaming partners and where it lies, as OCPI 2.2.1 asks of a CDR (CdrLocation, GeoLocation). */
export const cdrTermsWords = z.strictObject({
  countryCode: z.string().regex(/^[A-Z]{2}$/, 'Give a country code of two letters such as SE.'),
  partyId: z
    .union([empty, z.string().regex(/^[A-Z0-9]{3}$/, 'Give the three characters of the party id.')])
    .describe('Of the operator; empty while the site has none'),
  address: z.string().trim().max(45),
  city: z.string().trim().max(45),
  postalCode: z.string().trim().max(10),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Give a country code of three letters such as SWE.')
    .describe('ISO 3166-1 alpha-3'),
  latitude: z.union([
    empty,
    z.string().regex(/^-?\d{1,2}\.\d{5,7}$/, 'Give degrees with five to seven decimals.'),
  ]),
  longitude: z.union([
    empty,
    z.string().regex(/^-?\d{1,3}\.\d{5,7}$/, 'Give degrees with five to seven decimals.'),
  ]),
})
export type CdrTermsWords = z.infer<typeof cdrTermsWords>

/** The same as it is kept, one row. */
export const cdrTerms = z.object({
  id: z.literal('cdrTerms'),
  ...cdrTermsWords.shape,
  updatedAt: instant,
})
export type CdrTerms = z.infer<typeof cdrTerms>

/** What is still to be told before a CDR can be made. */
export function missingIn(terms: CdrTermsWords): (keyof CdrTermsWords)[] {
  const asked = ['partyId', 'address', 'city', 'latitude', 'longitude'] as const
  return asked.filter((word) => terms[word] === '')
}
