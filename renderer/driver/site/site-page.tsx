import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { useStep } from '../address/use-where.ts'
import { useLive } from '../client/use-live.ts'
import { Frame, type Tongue } from '../parts/frame.tsx'
import { NothingYet } from '../parts/nothing-yet.tsx'
import { useNow } from '../time/use-now.ts'
import { saysOf, Speech } from '../words/words.ts'
import { DetailsStep } from './details-step.tsx'
import { Home } from './home.tsx'
import { OffersStep } from './offers-step.tsx'
import { PendingNotice } from './pending-notice.tsx'
import { stepFor } from './steps.ts'
import { useBooking } from './use-booking.ts'
import { WishStep } from './wish-step.tsx'

/** The site's page: what there is, and the steps to a booking. @param place the code of the connector it begins at */
export function SitePage({
  first,
  place,
  tongue,
  onBooked,
}: {
  first: SiteView | null
  place: string | null
  tongue: Tongue
  onBooked: (token: string, view: VisitView) => void
}) {
  const live = useLive('followSite', undefined, first)
  const now = useNow(live.aheadMs)
  const site = live.view
  const says = saysOf(tongue.language, site?.timeZone ?? 'UTC')
  return (
    <Speech.Provider value={says}>
      <Frame
        name={site?.name ?? 'Laddplan'}
        home={null}
        {...{ live, tongue }}
        mode={site?.mode ?? 'none'}
      >
        {site === null ? <NothingYet live={live} /> : <Steps {...{ site, now, place, onBooked }} />}
      </Frame>
    </Speech.Provider>
  )
}

function Steps({
  site,
  now,
  place,
  onBooked,
}: {
  site: SiteView
  now: number
  place: string | null
  onBooked: (token: string, view: VisitView) => void
}) {
  const [named, go] = useStep()
  const booking = useBooking(site, now, onBooked)
  const [hasMoved, setHasMoved] = useState(false)
  const { form, answer, chosen } = booking
  const step = stepFor(named, {
    ...{ hasWish: form !== null, hasAnswer: answer !== null, hasChosen: chosen !== null },
  })
  if (step === 'home' || form === null)
    return (
      <>
        <PendingNotice {...{ booking, now }} currency={site.currency} />
        <Home
          {...{ site, now }}
          place={site.places.find(({ code }) => code === place) ?? null}
          takesFocus={hasMoved}
          onBegin={(kind, at) => {
            booking.begin(kind, at)
            setHasMoved(true)
            go('wish')
          }}
        />
      </>
    )
  if (step === 'wish' || answer === null)
    return <WishStep {...{ site, now, booking, form }} onAnswer={() => go('offers')} />
  if (step === 'offers')
    return (
      <OffersStep
        {...{ site, now, booking, form, answer }}
        onChosen={() => go('details')}
        onWait={() => {
          booking.choose(null)
          go('line')
        }}
      />
    )
  return (
    <DetailsStep
      key={step}
      {...{ site, now, booking }}
      offer={step === 'line' ? null : chosen}
      onElsewhere={() => history.back()}
    />
  )
}
