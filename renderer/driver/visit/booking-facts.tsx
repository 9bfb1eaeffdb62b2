import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Facts } from '../parts/facts.tsx'
import { placeWords } from '../wish/offer-card.tsx'
import { type Says, useSays } from '../words/words.ts'

/** What is booked; for who is in line, what was asked for. */
export function BookingFacts({ view, now }: { view: VisitView; now: Instant }) {
  const says = useSays()
  const { words, format } = says
  const say = words.visit.facts
  const { place, arrivesAt, departsAt, wish } = view
  const isBooked = arrivesAt !== null && departsAt !== null
  return (
    <section aria-labelledby="booking">
      <h2 id="booking">{isBooked ? say.title : say.wished}</h2>
      <Facts
        rows={[
          [say.place, place === null ? null : placeWords(place, says)],
          [
            say.time,
            isBooked
              ? format.stretch(arrivesAt, departsAt, now)
              : say.between(format.stretch(wish.arrivesFrom, wish.departsBy, now)),
          ],
          [say.energy, needWords(view, says)],
          ['', view.isFlexible && isBooked ? say.flexible : null],
          [say.plate, view.plate],
        ]}
      />
    </section>
  )
}

/** How much is wanted, in the words that it was asked for in. */
export function needWords({ wish, needWh }: VisitView, { words, format }: Says): string {
  const { need } = wish
  const energy = needWh === null ? '' : format.kWh(needWh)
  switch (need.kind) {
    case 'full':
      return words.visit.facts.full
    case 'energy':
      return energy || format.kWh(need.energyWh)
    case 'distance':
      return [`${need.km} km`, energy].filter(Boolean).join(' · ')
    case 'soc':
      return [`${need.arrivalPct} % → ${need.departurePct} %`, energy].filter(Boolean).join(' · ')
  }
}
