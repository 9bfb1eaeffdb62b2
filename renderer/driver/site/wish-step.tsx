import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/domain/visit/site-view.ts'
import { DAY, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { Bar } from '../parts/bar.tsx'
import { Button } from '../parts/button.tsx'
import { Choices, Tick } from '../parts/choices.tsx'
import { Headline } from '../parts/headline.tsx'
import { instantOf, wallOf } from '../time/site-time.ts'
import { NeedFields } from '../wish/need-fields.tsx'
import { TimeField } from '../wish/time-field.tsx'
import {
  leavesAt,
  type Leaving,
  leavings,
  morningAfter,
  type WishForm,
  wishOf,
  withArrival,
} from '../wish/wish-form.ts'
import { leadPrice } from '../words/price-words.ts'
import { useSays } from '../words/words.ts'
import { SendTrouble } from './send-trouble.tsx'
import { StepTop } from './step-top.tsx'
import type { Booking } from './use-booking.ts'

/** How much, from when, until when. Everything has an answer already: whoever agrees presses once. */
export function WishStep({
  site,
  now,
  booking,
  form,
  onAnswer,
}: {
  site: SiteView
  now: Instant
  booking: Booking
  form: WishForm
  onAnswer: () => void
}) {
  const { words } = useSays()
  const say = words.site.wish
  const [hasTried, setHasTried] = useState(false)
  const told = wishOf(form, now, site.timeZone)
  const problems = hasTried && 'problems' in told ? told.problems : []
  const place = site.places.find(({ code }) => code === form.place)
  const isSearching = booking.act.busy === 'offers'
  const search = async (): Promise<void> => {
    setHasTried(true)
    if (await booking.search(form)) onAnswer()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void search()
      }}
    >
      <StepTop />
      <Headline title={`${say[form.kind]} · ${site.name}`} takesFocus>
        {say[form.kind]}
      </Headline>
      {place !== undefined && (
        <p class="at-place">
          {words.site.onlyAt(place.name)}{' '}
          <button type="button" class="text" onClick={() => booking.edit({ ...form, place: null })}>
            {words.site.anyPlace}
          </button>
        </p>
      )}
      <NeedFields
        form={form.need}
        isThere={form.kind === 'now'}
        showsProblem={problems.length > 0}
        onChange={(need) => booking.edit({ ...form, need })}
      />
      <When {...{ site, now, form, problems, onChange: booking.edit }} />
      <Flexible {...{ site, now, form, onChange: booking.edit }} />
      <SendTrouble act={booking.act} now={now} currency={site.currency} acts={false} />
      <Bar>
        <Button kind="main" type="submit" isBusy={isSearching}>
          {isSearching ? say.searching : say.show}
        </Button>
      </Bar>
    </form>
  )
}

interface Part {
  site: SiteView
  now: Instant
  form: WishForm
  onChange: (form: WishForm) => void
}

function When({ site, now, form, problems, onChange }: Part & { problems: readonly string[] }) {
  const { words, format } = useSays()
  const say = words.site.wish
  const zone = site.timeZone
  const earliest = wallOf(now, zone).date
  const latest = wallOf(now + (site.rules.aheadDays + 1) * DAY, zone).date
  const problem = problems.includes('timeMissing')
    ? say.timeMissing
    : problems.includes('departureBeforeArrival')
      ? words.trouble.refusal.departureBeforeArrival
      : null
  const departure = (legend: string, hidesLegend: boolean) => (
    <TimeField
      {...{ legend, hidesLegend, earliest, problem }}
      latest={
        wallOf(now + (site.rules.aheadDays + 1) * DAY + site.rules.mostStayMin * MINUTE, zone).date
      }
      value={form.departure}
      onChange={(wall) => onChange({ ...form, departure: wall })}
    />
  )
  const isElsewhere = phoneZone() !== zone
  const zoneNote = isElsewhere && <p class="soft">{say.zone(zone)}</p>
  if (form.kind === 'ahead')
    return (
      <>
        <TimeField
          legend={say.arrivingFrom}
          {...{ earliest, latest }}
          value={form.arrival}
          problem={problems.includes('inThePast') ? words.trouble.refusal.inThePast : null}
          onChange={(wall) => onChange(withArrival(form, wall, zone))}
        />
        {departure(say.doneBy, false)}
        {zoneNote}
      </>
    )
  const labelOf = (leaving: Leaving): string =>
    leaving === 'other'
      ? say.otherTime
      : leaving === 'morning'
        ? format.moment(morningAfter(now, zone), now)
        : say.inHours(leaving)
  return (
    <>
      <Choices
        legend={say.leaving}
        look="chips"
        value={form.leaving}
        onChoose={(leaving) => onChange({ ...form, leaving })}
        options={leavings(site.rules, now, zone).map((value) => ({ value, label: labelOf(value) }))}
      />
      {form.leaving === 'other' && departure(say.leaving, true)}
      {zoneNote}
    </>
  )
}

/** For who doesn't mind when: the hours are the site's to choose, for the better price where there is one. */
function Flexible({ site, now, form, onChange }: Part) {
  const says = useSays()
  const say = says.words.site.wish
  const leaves =
    form.kind === 'now'
      ? leavesAt(form, now, site.timeZone)
      : instantOf(form.departure, site.timeZone)
  const index = site.places.find(({ code }) => code === form.place)?.words ?? 0
  const price = site.flexiblePrices[index]
  return (
    <Tick
      label={say.flexible}
      says={
        <>
          {leaves !== null && say.flexibleSays(says.format.moment(leaves, now))}
          {price !== undefined && (
            <>
              {' '}
              <strong class="better">{say.flexibleAt(leadPrice(price, says))}</strong>
            </>
          )}
        </>
      }
      isOn={form.isFlexible}
      onTurn={(isFlexible) => onChange({ ...form, isFlexible })}
    />
  )
}

/** The time zone that this phone's own clock shows. */
function phoneZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
