import {
  type CdrTerms,
  type CdrTermsWords,
  cdrTermsWords,
} from '../../../../shared/domain/cdr/cdr-terms.ts'

export const cdrFields = [
  'partyId',
  'countryCode',
  'address',
  'postalCode',
  'city',
  'country',
  'latitude',
  'longitude',
] as const satisfies readonly (keyof CdrTermsWords)[]
export type CdrField = (typeof cdrFields)[number]

export function cdrTermsForm(terms: CdrTerms): CdrTermsWords {
  const { id: _id, updatedAt: _at, ...words } = terms
  return words
}

/** Codes are written in capitals, whatever is typed; a decimal comma is meant as a point. */
function typed(form: CdrTermsWords): CdrTermsWords {
  return {
    countryCode: form.countryCode.trim().toUpperCase(),
    partyId: form.partyId.trim().toUpperCase(),
    address: form.address.trim(),
    city: form.city.trim(),
    postalCode: form.postalCode.trim(),
    country: form.country.trim().toUpperCase(),
    latitude: form.latitude.trim().replace(',', '.'),
    longitude: form.longitude.trim().replace(',', '.'),
  }
}

export function cdrTermsFlaws(form: CdrTermsWords): CdrField[] {
  const words = typed(form)
  return cdrFields.filter((word) => !cdrTermsWords.shape[word].safeParse(words[word]).success)
}

/** Only what differs, so that another desk's change of the rest is left alone. */
export function cdrTermsPatch(form: CdrTermsWords, base: CdrTerms): Partial<CdrTermsWords> {
  const words = typed(form)
  return Object.fromEntries(
    cdrFields.filter((word) => words[word] !== base[word]).map((word) => [word, words[word]]),
  )
}
