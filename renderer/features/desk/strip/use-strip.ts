import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskStay } from '../../../../shared/contract/desk-stay.ts'
import type { Promised, WalkUpPlace, WalkUpWho } from '../../../../shared/domain/walk-up/choice.ts'
import { firstWalkUpTerms } from '../../../../shared/domain/walk-up/walk-up-terms.ts'
import { useApprovable } from '../../../approval/use-approvable.ts'
import type { Approval } from '../../../approval/use-approvable.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { newId } from '../../../live/new-id.ts'
import { atTill } from '../../../live/till-id.ts'
import type { Act } from '../../../live/use-act.ts'
import { useClient, useRow } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { useRemembered } from '../../../ui/remembered.ts'
import type { StripWish } from '../desk-store.ts'
import { usePlaceName } from '../use-names.ts'
import { payOf, stripFlaws } from './begin-wish.ts'
import type { BeginAround, StripFlaw } from './begin-wish.ts'
import { firstWay, payWays, wayKey } from './pay-ways.ts'
import type { PayWay, WaysAround } from './pay-ways.ts'
import { emptyStrip, needOf, nextStep, proposed } from './strip-form.ts'
import type { StripForm, StripStep } from './strip-form.ts'
import { useFreeMark } from './use-free-mark.ts'
import { useWaysAround } from './use-ways-around.ts'

/** The strip while it is open: what is chosen, what may be chosen, and the way to begin. */
export type Strip = {
  form: StripForm
  who: WalkUpWho | null
  /** Undefined until the hub has answered. */
  places: readonly WalkUpPlace[] | undefined
  placesError: unknown
  ways: readonly PayWay[]
  around: WaysAround
  promised: Promised | undefined
  begin: BeginAround
  flaws: readonly StripFlaw[]
  act: Act<void, DeskStay> & { approval: Approval }
  change: (told: Partial<StripForm>) => void
  /** Takes what was told, and goes on to the next step. */
  choose: (told: Partial<StripForm>) => void
  goTo: (step: StripStep) => void
}

/** Keeps a walk-up that is being put together. */
export function useStrip(wish: StripWish, onBegun: (stay: DeskStay) => void): Strip {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const placeName = usePlaceName()
  const { language, timeZone } = useLocale()
  const now = useNow(30_000)
  const terms = useRow('walkUpTerms', 'walkUpTerms') ?? firstWalkUpTerms
  const [id] = useState(newId)
  const [form, setForm] = useState<StripForm>(() => ({
    ...emptyStrip(wish.plate, Date.now(), timeZone),
    ...(wish.place === null ? {} : { place: wish.place, step: 'need' as const }),
  }))
  const [deskWay, rememberWay] = useRemembered<string | null>('desk.way', null, text)
  const [, rememberReader] = useRemembered<string | null>('payment.reader', null, text)
  const asked = form.step === 'plate' ? '' : form.plate
  const choices = useQuery(`choices:${asked}`, (signal) =>
    hub.walkUp.choices(asked === '' ? {} : { plate: asked }, { signal }),
  )
  useReloadOn([useFreeMark()], choices.reload)
  const who = choices.data?.who ?? null
  const around = useWaysAround(terms.pays, who)
  const ways = useMemo(() => payWays(around), [around])

  // Proposed once for every plate: what somebody has chosen since is theirs.
  const proposedFor = useRef<string | null>(null)
  const { data } = choices
  useEffect(() => {
    if (data === undefined || proposedFor.current === asked || form.step === 'plate') return
    proposedFor.current = asked
    setForm((form_) => {
      const pay = firstWay(ways, around, data.who?.last ?? null, deskWay)
      const facts = { who: data.who, places: data.places, terms, pay, now: Date.now(), timeZone }
      return proposed(form_, facts)
    })
  }, [data, asked, form.step, ways, around, deskWay, terms, timeZone])

  const need = needOf(form, now, timeZone)
  const { place, plate } = form
  const car =
    who === null ? { plate } : { plate, vehicleId: who.vehicleId, customerId: who.customerId }
  const key = place === null || need === null ? 'none' : JSON.stringify([place, need, car])
  const promise = useQuery(`promise:${key}`, (signal) =>
    place === null || need === null
      ? Promise.resolve<Promised | undefined>(undefined)
      : hub.walkUp.promise({ ...place, ...car, need }, { signal }),
  )
  const price = promise.data?.promise?.price ?? null
  const settlement = who?.settlement ?? 'pay'
  const begin: BeginAround = {
    hasNeed: need !== null,
    promise: promise.data?.promise ?? null,
    nobodyPays: settlement !== 'pay' || price?.inclMinor === 0,
    language,
  }
  const act = useApprovable(async (_: void, approvalId) => {
    if (place === null || need === null) throw new Error('the button waits for both')
    // By hand the very amount is taken that was told, so it has to have been.
    const told = promise.data ?? (await hub.walkUp.promise({ ...place, ...car, need }))
    const payment = payOf(form, { ...begin, promise: told.promise }) ?? LATER
    const wanted = { id, ...place, ...car, phone: who?.last?.phone ?? '', need, payment }
    const approved = approvalId === undefined ? {} : { approvalId }
    const stay = await hub.walkUp.begin({ ...wanted, language, ...atTill(), ...approved })
    if (form.pay !== null && !begin.nobodyPays) rememberWay(wayKey(form.pay))
    if (form.pay?.means === 'reader') rememberReader(form.readerId)
    tellAct(t('strip.said', { plate: plate || t('unnamed'), place: placeName(place) }))
    onBegun(stay)
    return stay
  })
  return {
    form,
    who,
    places: choices.data?.places,
    placesError: choices.error,
    ways,
    around,
    promised: promise.data,
    begin,
    flaws: stripFlaws(form, begin),
    act,
    change: (told) => setForm((form_) => ({ ...form_, ...told })),
    choose: (told) =>
      setForm((form_) => {
        const next = { ...form_, ...told }
        return { ...next, step: nextStep(next) }
      }),
    goTo: (step) => setForm((form_) => ({ ...form_, step })),
  }
}

const LATER = { kind: 'later' } as const

function text(stored: unknown): string | undefined {
  return typeof stored === 'string' ? stored : undefined
}
