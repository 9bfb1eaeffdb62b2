import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Bar } from '../parts/bar.tsx'
import { Button } from '../parts/button.tsx'
import { Headline } from '../parts/headline.tsx'
import { Notice } from '../parts/notice.tsx'
import { needFormOf } from '../wish/need-form.ts'
import { shownOffers, waysToPay } from '../wish/offer-choice.ts'
import { OfferCard } from '../wish/offer-card.tsx'
import type { WishForm } from '../wish/wish-form.ts'
import { failureWords, refusalWords } from '../words/trouble-words.ts'
import { useSays } from '../words/words.ts'
import { SendTrouble } from './send-trouble.tsx'
import { StepTop } from './step-top.tsx'
import type { Answer, Booking } from './use-booking.ts'

/** What can be promised, a card each; where nothing can, why, and what to do instead. */
export function OffersStep({
  site,
  now,
  booking,
  form,
  answer,
  onChosen,
  onWait,
}: {
  site: SiteView
  now: Instant
  booking: Booking
  form: WishForm
  answer: Answer
  onChosen: () => void
  onWait: () => void
}) {
  const says = useSays()
  const say = says.words.site.offers
  const [showsAll, setShowsAll] = useState(false)
  const { shown, more } = shownOffers(answer.offers, form.isFlexible, showsAll)
  const title = shown.length === 0 ? say.none : say.title
  const about = { now, currency: site.currency, acts: true }
  const wishes = booking.refused === null ? [] : failureWords(booking.refused, says, about)
  return (
    <>
      <StepTop />
      <Headline title={`${title} · ${site.name}`} takesFocus>
        {title}
      </Headline>
      {wishes.length > 0 && (
        <Notice tone="warn" title={says.words.site.details.refused} isNew>
          {wishes.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            {says.words.site.details.nothingPaid} {says.words.site.details.instead}
          </p>
        </Notice>
      )}
      {shown.length === 0 ? (
        <None {...{ site, now, booking, form, answer, onWait }} />
      ) : (
        <ul class="offers">
          {shown.map((offer) => (
            <li key={`${offer.place.code} ${offer.arrivesAt} ${offer.isFlexible}`}>
              <OfferCard
                {...{ offer, now }}
                pays={waysToPay(offer, site)[0] ?? 'online'}
                onChoose={() => {
                  booking.choose(offer)
                  onChosen()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Button kind="quiet" onPress={() => setShowsAll(true)}>
          {say.more(more)}
        </Button>
      )}
    </>
  )
}

function None({
  site,
  now,
  booking,
  form,
  answer,
  onWait,
}: {
  site: SiteView
  now: Instant
  booking: Booking
  form: WishForm
  answer: Answer
  onWait: () => void
}) {
  const says = useSays()
  const say = says.words.site.offers
  const about = { now, currency: site.currency }
  const why = [...new Set(answer.refusals.map((refusal) => refusalWords(refusal, says, about)))]
  // Whole kWh: what is asked for again is no more than what there is.
  const mostWh = Math.floor(answer.mostWh / 1_000) * 1_000
  const hasLess = mostWh > 0 && form.need.kind !== 'full'
  // Once is enough.
  const tellsMost = hasLess && !answer.refusals.some(({ code }) => code === 'needTooMuch')
  const again = (edited: WishForm): void => {
    booking.edit(edited)
    void booking.search(edited)
  }
  const isWaitable = site.rules.takesWaiting && waysToPay(null, site).length > 0
  return (
    <>
      <Notice tone="warn" icon="info">
        {why.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {tellsMost && <p>{say.mostWh(says.format.kWh(mostWh))}</p>}
        {isWaitable && <p>{say.waitSays}</p>}
      </Notice>
      <SendTrouble act={booking.act} now={now} currency={site.currency} acts={false} />
      <Bar>
        {hasLess && (
          <Button
            kind="main"
            isBusy={booking.act.busy === 'offers'}
            onPress={() =>
              again({ ...form, need: needFormOf({ kind: 'energy', energyWh: mostWh }, form.need) })
            }
          >
            {say.takeMost(says.format.kWh(mostWh))}
          </Button>
        )}
        {isWaitable && (
          <Button kind={hasLess ? 'plain' : 'main'} icon="line" onPress={onWait}>
            {says.words.site.getInLine}
          </Button>
        )}
        <Button onPress={() => history.back()}>{say.changeWish}</Button>
      </Bar>
    </>
  )
}
