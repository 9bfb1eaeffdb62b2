import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Notice } from '../parts/notice.tsx'
import { OfferCard } from '../wish/offer-card.tsx'
import { failureWords, refusalWords } from '../words/trouble-words.ts'
import { type Says, useSays } from '../words/words.ts'
import type { Check } from './use-check.ts'

/** Whether a change can be promised and what it comes to, before it is accepted. */
export function ChangeVerdict({
  view,
  now,
  check,
  onTake,
}: {
  view: VisitView
  now: Instant
  check: Check
  onTake: (offer: VisitOffer) => void
}) {
  const says = useSays()
  const say = says.words.change
  const currency = view.money?.currency ?? ''
  const { checked, failure } = check
  return (
    <section class="verdict" aria-live="polite" aria-busy={check.state === 'checking'}>
      {check.state === 'nothing' && <p class="soft">{say.nothing}</p>}
      {check.state === 'checking' && <p class="soft">{say.checking}</p>}
      {failure !== null && (
        <Notice tone="warn">
          {failureWords(failure, says, { now, currency, acts: false }).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Notice>
      )}
      {check.state === 'known' && checked !== null && checked.isPossible && (
        <Notice tone="good" title={say.possible}>
          <p>
            {says.format.stretch(checked.arrivesAt, checked.departsAt, now)}
            {checked.energyWh !== null && ` · ${say.energy(says.format.kWh(checked.energyWh))}`}
          </p>
          {changeMoney(checked, currency, says).map((line, index) => (
            <p key={line} class={index === 0 ? 'verdict-price' : ''}>
              {line}
            </p>
          ))}
        </Notice>
      )}
      {check.state === 'known' && checked !== null && !checked.isPossible && (
        <>
          <Notice tone="warn" title={say.impossible}>
            {[
              ...new Set(
                checked.refusals.map((refusal) => refusalWords(refusal, says, { now, currency })),
              ),
            ].map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
          <Instead title={say.instead} {...{ offers: checked.offers, now, view, onTake }} />
        </>
      )}
    </section>
  )
}

/** Windows that can be had instead. */
export function Instead({
  title,
  offers,
  now,
  view,
  onTake,
}: {
  title: string
  offers: readonly VisitOffer[]
  now: Instant
  view: VisitView
  onTake: (offer: VisitOffer) => void
}) {
  if (offers.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul class="offers">
        {offers.map((offer) => (
          <li key={`${offer.place.code} ${offer.arrivesAt} ${offer.isFlexible}`}>
            <OfferCard {...{ offer, now }} pays={view.pays} onChoose={() => onTake(offer)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A verdict in one line, for beside the button. */
export function verdictLine(check: Check, currency: string, says: Says): string | null {
  const { change } = says.words
  if (check.state === 'checking') return change.checking
  if (check.state === 'failed') return change.unknown
  if (check.checked === null) return null
  if (!check.checked.isPossible) return change.impossible
  return changeMoney(check.checked, currency, says)[0] ?? change.possible
}

/** What a change costs: the price and how it differs, and what is paid or given back for it now. */
function changeMoney(
  { priceMinor, differenceMinor, toPayMinor, toRefundMinor }: NonNullable<Check['checked']>,
  currency: string,
  { words, format }: Says,
): string[] {
  const say = words.change
  if (priceMinor === null) return []
  const sum = (minor: number) => format.money(minor, currency)
  const difference =
    differenceMinor === 0
      ? say.same
      : differenceMinor > 0
        ? say.more(sum(differenceMinor))
        : say.less(sum(-differenceMinor))
  return [
    differenceMinor === 0 ? `${say.same}: ${sum(priceMinor)}` : `${sum(priceMinor)}, ${difference}`,
    ...(toPayMinor > 0 ? [say.toPay(sum(toPayMinor))] : []),
    ...(toRefundMinor > 0 ? [say.toRefund(sum(toRefundMinor))] : []),
  ]
}
