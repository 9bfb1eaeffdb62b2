import { useEffect, useState } from 'preact/hooks'
import type { PlaceView, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import { call } from '../client/call.ts'
import type { Act } from '../client/use-act.ts'
import { Bar } from '../parts/bar.tsx'
import { Button } from '../parts/button.tsx'
import { Tick } from '../parts/choices.tsx'
import { Headline } from '../parts/headline.tsx'
import { SendTrouble } from '../site/send-trouble.tsx'
import { StepTop } from '../site/step-top.tsx'
import { wallOf } from '../time/site-time.ts'
import { NeedFields } from '../wish/need-fields.tsx'
import { placeWords } from '../wish/offer-card.tsx'
import { TimeField } from '../wish/time-field.tsx'
import { useSays } from '../words/words.ts'
import {
  changeable,
  type ChangeForm,
  changeFormOf,
  changesOf,
  isChange,
  otherWishOf,
  postponed,
  withOffer,
} from './change-form.ts'
import { needWords } from './booking-facts.tsx'
import { ChangeVerdict, Instead, verdictLine } from './change-verdict.tsx'
import { useCheck } from './use-check.ts'

/** Another arrival, departure, need or connector; what it comes to is shown before it is accepted. */
export function ChangeStep({
  view,
  now,
  token,
  act,
  onChanged,
}: {
  view: VisitView
  now: Instant
  token: string
  act: Act
  onChanged: (view: VisitView, hasToPay: boolean) => void
}) {
  const says = useSays()
  const { words, format } = says
  const say = words.change
  const [form, setForm] = useState<ChangeForm>(() => changeFormOf(view))
  const [others, setOthers] = useState<readonly VisitOffer[] | null>(null)
  const changes = changesOf(view, form)
  const check = useCheck(token, changes, view.revision)
  const currency = view.money?.currency ?? ''
  const { checked } = check
  const isReady = check.state === 'known' && checked?.isPossible === true && isChange(changes)
  const take = (offer: VisitOffer): void => {
    setForm(withOffer(form, offer, view.timeZone))
    setOthers(null)
    scrollTo(0, 0)
  }
  const accept = async (): Promise<void> => {
    if (!isReady || checked === null || changes === null) return
    const outcome = await act.run('change', {
      ...{ changes, revision: view.revision ?? 0, seenMinor: checked.priceMinor },
    })
    if (outcome?.ok === true) onChanged(outcome.value, checked.toPayMinor > 0)
  }
  const look = async (): Promise<void> => {
    const wish = otherWishOf(form, view.timeZone, now)
    if (wish === null) return
    const outcome = await act.run('otherWindows', wish)
    if (outcome?.ok === true) setOthers(outcome.value.offers)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void accept()
      }}
    >
      <StepTop />
      <Headline title={`${say.title} · ${view.siteName}`} takesFocus>
        {say.title}
      </Headline>
      <ChangeFields {...{ view, now, form, onChange: setForm }} />
      <ChangeVerdict {...{ view, now, check, onTake: take }} />
      {others !== null &&
        (others.length === 0 ? (
          <p class="soft">{say.noOthers}</p>
        ) : (
          <Instead title={say.others} {...{ offers: others, now, view, onTake: take }} />
        ))}
      {others === null && changeable(view).place && (
        <Button kind="quiet" isBusy={act.busy === 'otherWindows'} onPress={() => void look()}>
          {say.other}
        </Button>
      )}
      <SendTrouble act={act} acts {...{ now, currency }} />
      <Bar says={verdictLine(check, currency, says)}>
        {isReady && checked !== null ? (
          <Button kind="main" type="submit" isBusy={act.busy === 'change'}>
            {checked.toPayMinor > 0
              ? say.acceptPay(format.money(checked.toPayMinor, currency))
              : checked.toRefundMinor > 0
                ? say.acceptBack(format.money(checked.toRefundMinor, currency))
                : say.accept}
          </Button>
        ) : (
          <Button onPress={() => history.back()}>{say.keep}</Button>
        )}
      </Bar>
    </form>
  )
}

function ChangeFields({
  view,
  now,
  form,
  onChange,
}: {
  view: VisitView
  now: Instant
  form: ChangeForm
  onChange: (form: ChangeForm) => void
}) {
  const says = useSays()
  const { words, format } = says
  const say = words.change
  const may = changeable(view)
  const earliest = wallOf(now, view.timeZone).date
  const latest = wallOf(now + 31 * DAY, view.timeZone).date
  const step = (minutes: number) => format.duration(Math.abs(minutes) * 60_000)
  return (
    <>
      {may.arrival && (
        <TimeField
          legend={say.arrival}
          {...{ earliest, latest }}
          value={form.arrival}
          onChange={(arrival) => onChange({ ...form, arrival })}
        />
      )}
      <TimeField
        legend={say.departure}
        {...{ earliest, latest }}
        value={form.departure}
        onChange={(departure) => onChange({ ...form, departure })}
      />
      <div class="steps" role="group" aria-label={say.departure}>
        {[-30, 30, 60].map((minutes) => (
          <Button key={minutes} onPress={() => onChange(postponed(form, minutes, view.timeZone))}>
            {minutes < 0 ? say.earlier(step(minutes)) : say.later(step(minutes))}
          </Button>
        ))}
      </div>
      {may.place && <PlaceField {...{ view, form, onChange }} />}
      {(view.isFlexible || form.isFlexible) && (
        <Tick
          label={words.site.wish.flexible}
          isOn={form.isFlexible}
          onTurn={(isFlexible) => onChange({ ...form, isFlexible })}
        />
      )}
      <details class="fold">
        <summary>
          {words.site.wish.howMuch} <span class="soft">{needWords(view, says)}</span>
        </summary>
        <NeedFields
          form={form.need}
          isThere={!may.arrival}
          showsProblem
          hidesLegend
          onChange={(need) => onChange({ ...form, need })}
        />
      </details>
    </>
  )
}

/** Which connector; the others are asked for once, and without an answer it stays as it is. */
function PlaceField({
  view,
  form,
  onChange,
}: {
  view: VisitView
  form: ChangeForm
  onChange: (form: ChangeForm) => void
}) {
  const says = useSays()
  const say = says.words.change
  const [places, setPlaces] = useState<readonly PlaceView[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    void call('site', undefined, { signal: leaving.signal }).then((outcome) => {
      if (outcome.ok) setPlaces(outcome.value.places)
    })
    return () => leaving.abort()
  }, [])
  const { place } = view
  if (place === null) return null
  const others = places.filter(({ code }) => code !== place.code)
  return (
    <div class="field">
      <label for="place">{say.place}</label>
      <select
        id="place"
        value={form.place}
        onChange={(event) => onChange({ ...form, place: event.currentTarget.value })}
      >
        <option value={place.code}>{say.placeAsIs(placeWords(place, says))}</option>
        {others.map((other) => (
          <option key={other.code} value={other.code}>
            {placeWords(other, says)}
          </option>
        ))}
      </select>
    </div>
  )
}
