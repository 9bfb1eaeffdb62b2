import { useState } from 'preact/hooks'
import type { SiteView, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { VisitPays } from '../../../shared/domain/visit/visit.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { Bar } from '../parts/bar.tsx'
import { Button } from '../parts/button.tsx'
import { Choices } from '../parts/choices.tsx'
import { Facts } from '../parts/facts.tsx'
import { Headline } from '../parts/headline.tsx'
import { Notice } from '../parts/notice.tsx'
import { placeWords, priceOf } from '../wish/offer-card.tsx'
import { sharesOf, waysToPay } from '../wish/offer-choice.ts'
import { idleWords } from '../words/price-words.ts'
import { useSays } from '../words/words.ts'
import { isEmailLike, isPhoneLike } from './who.ts'
import { WhoFields } from './who-fields.tsx'
import { SendTrouble } from './send-trouble.tsx'
import { StepTop } from './step-top.tsx'
import type { Booking } from './use-booking.ts'

/** Who comes and how they pay, under all that they are about to agree to. Without an offer: a place in line. */
export function DetailsStep({
  site,
  now,
  booking,
  offer,
  onElsewhere,
}: {
  site: SiteView
  now: Instant
  booking: Booking
  offer: VisitOffer | null
  /** Somebody was faster, and other offers came with the answer. */
  onElsewhere: () => void
}) {
  const { words, format, language } = useSays()
  const say = words.site.details
  const ways = waysToPay(offer, site)
  const [wanted, setWanted] = useState<VisitPays | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const isFree = offer !== null && (offer.price === null || offer.price.inclMinor === 0)
  const pays = ways.find((way) => way === wanted) ?? ways[0] ?? null
  const title = offer === null ? say.lineTitle : say.title
  const isBusy = booking.act.busy === 'book' || booking.act.busy === 'wait'
  const send = async (): Promise<void> => {
    setHasTried(true)
    const { phone, email } = booking.who
    if (pays === null || !isPhoneLike(phone) || !isEmailLike(email)) return
    const pending = booking.pendingOf(pays, language)
    if (pending !== null && (await booking.send(pending)) === 'offers') onElsewhere()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <StepTop />
      <Headline title={`${title} · ${site.name}`} takesFocus>
        {title}
      </Headline>
      {offer !== null && <Summary {...{ offer, now }} />}
      <WhoFields
        who={booking.who}
        showsProblems={hasTried}
        onChange={booking.setWho}
        note={offer === null ? say.lineSays : null}
      />
      {ways.length > 1 && !isFree && (
        <Choices
          legend={say.how}
          look="rows"
          value={pays ?? 'online'}
          onChoose={setWanted}
          options={[
            { value: 'online' as const, label: say.online, says: say.onlineSays },
            { value: 'atDesk' as const, label: say.atDesk, says: say.atDeskSays },
          ]}
        />
      )}
      {pays === null && (
        <Notice tone="warn">
          <p>{say.noWay}</p>
        </Notice>
      )}
      {offer !== null && pays !== null && <Terms {...{ site, now, offer, pays }} />}
      <SendTrouble
        act={booking.act}
        now={now}
        currency={site.currency}
        acts
        title={booking.act.failure?.kind === 'unreachable' ? say.unsureTitle : say.refused}
      />
      {pays !== null && (
        <Bar>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {isBusy ? say.booking : buttonWords()}
          </Button>
        </Bar>
      )}
    </form>
  )

  function buttonWords(): string {
    if (offer === null) return say.wait
    if (isFree || pays === null) return say.book
    const { nowMinor } = sharesOf(offer, pays)
    if (nowMinor > 0) return say.bookAndPay(format.money(nowMinor, site.currency))
    return pays === 'atDesk' ? say.bookAtDesk : say.book
  }
}

function Summary({ offer, now }: { offer: VisitOffer; now: Instant }) {
  const says = useSays()
  const say = says.words.site.details
  const idle = offer.words === null ? [] : idleWords(offer.words, says)
  return (
    <section class="card">
      <p class="offer-lead">
        <span class="offer-time">{says.format.stretch(offer.arrivesAt, offer.departsAt, now)}</span>
        <span class="offer-price">{priceOf(offer, says)}</span>
      </p>
      <Facts
        rows={[
          [say.where, placeWords(offer.place, says)],
          [say.energy, says.words.site.offers.energy(says.format.kWh(offer.energyWh))],
          [say.when, offer.isFlexible ? says.words.visit.facts.flexible : null],
        ]}
      />
      {idle.length > 0 && (
        <p class="offer-idle">
          {says.words.site.offers.idle} {idle.join('. ')}.
        </p>
      )}
    </section>
  )
}

/** What is paid when, and what it costs not to come. */
function Terms({
  site,
  now,
  offer,
  pays,
}: {
  site: SiteView
  now: Instant
  offer: VisitOffer
  pays: VisitPays
}) {
  const { words, format } = useSays()
  const say = words.site.details
  const { nowMinor, laterMinor } = sharesOf(offer, pays)
  const freeUntil = offer.arrivesAt - site.rules.cancelFreeMin * MINUTE
  const costsToMiss = offer.words?.phrases.some(({ of }) => of === 'noShow') ?? false
  return (
    <ul class="terms">
      {nowMinor > 0 && laterMinor > 0 && (
        <li>{say.rest(format.money(laterMinor, site.currency))}</li>
      )}
      {nowMinor > 0 && <li>{say.unused}</li>}
      {nowMinor > 0 && <li>{say.hold(site.rules.holdMin)}</li>}
      {costsToMiss && (
        <li>{freeUntil > now ? say.cancelFree(format.moment(freeUntil, now)) : say.cancelFee}</li>
      )}
    </ul>
  )
}
