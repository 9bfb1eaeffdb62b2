import { HOUR, type Instant } from '../../time/instant.ts'
import type { VisitLanguage } from '../visit/visit.ts'
import type { Values } from './template.ts'
import { toldEnergy, toldMoney, toldTime } from './told.ts'

/** Values as they might be, to show what words make of them. */
export function sampleValues({
  site,
  currency,
  language,
  timeZone,
  now,
}: {
  site: string
  currency: string
  language: VisitLanguage
  timeZone: string
  now: Instant
}): Required<Values> {
  const at = (hours: number) => toldTime(now + hours * HOUR, { language, timeZone, now })
  const money = (minor: number) => toldMoney(minor, currency, language)
  return {
    ...{ site, place: 'A1', plate: 'ABC 123', from: at(1), until: at(4) },
    ...{ energy: toldEnergy(20_000, language), missing: toldEnergy(4_500, language) },
    ...{ price: money(12_000), due: money(2_550), refund: money(4_000) },
    ...{ claimUntil: at(0.25), readyAt: at(5), idleFrom: at(0.5), idlePrice: money(6_000) },
    ...{ receipt: '1042', receiptLink: `https://charge.example.com/r/${'x'.repeat(48)}` },
    link: `https://charge.example.com/b/${'x'.repeat(48)}`,
  }
}
