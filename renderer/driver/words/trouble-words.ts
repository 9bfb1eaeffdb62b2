import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Failure } from '../client/failure.ts'
import type { Says } from './words.ts'

/** Why something can't be had so. */
export function refusalWords(
  refusal: VisitRefusal,
  { words: { trouble }, format }: Says,
  { now, currency }: { readonly now: Instant; readonly currency: string },
): string {
  const say = trouble.refusal
  const length = (minutes: number) => format.duration(minutes * MINUTE)
  switch (refusal.code) {
    case 'closed':
      return refusal.opensAt === null
        ? say.closed
        : say.closedUntil(format.moment(refusal.opensAt, now))
    case 'needTooMuch':
      return say.needTooMuch(format.kWh(refusal.mostWh))
    case 'tooSoon':
      return say.tooSoon(length(refusal.leadMin))
    case 'tooFarAhead':
      return say.tooFarAhead(refusal.aheadDays)
    case 'tooShort':
      return say.tooShort(length(refusal.leastStayMin))
    case 'tooLong':
      return say.tooLong(length(refusal.mostStayMin))
    case 'tooLate':
      return say.tooLate(length(refusal.lateMin))
    case 'priceChanged':
      return refusal.priceMinor === null
        ? say.priceChanged
        : say.priceChangedTo(format.money(refusal.priceMinor, currency))
    case 'tooManyOpen':
      return say.tooManyOpen(refusal.mostOpen)
    default:
      return say[refusal.code]
  }
}

/** What an act failed at; a refusal sentence by sentence. @param acts whether it may have been done all the same */
export function failureWords(
  failure: Failure,
  says: Says,
  about: { readonly now: Instant; readonly currency: string; readonly acts: boolean },
): string[] {
  const { trouble } = says.words
  switch (failure.kind) {
    case 'refused':
      return [...new Set(failure.refusals.map((refusal) => refusalWords(refusal, says, about)))]
    case 'gone':
      return [trouble.goneSays]
    case 'unreachable':
      return about.acts ? [trouble.unreachable, trouble.unsure] : [trouble.unreachable]
    default:
      return [trouble[failure.kind]]
  }
}
