import type { VisitRefusal } from '../../../shared/domain/visit/refusal.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import type { Input, Output } from '../client/calls.ts'
import { newId } from '../phone/new-id.ts'
import { offersAt, siteNamed } from './sites.ts'
import { visits } from './visits.ts'

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const refused = (refusal: VisitRefusal, offers: unknown[] = []): Answer => ({
  status: 409,
  body: { code: 'REFUSED', data: { refusals: [refusal], offers } },
})

/** A hub in memory: the visits that were booked or looked at, and which site is shown. */
export function memoryHub() {
  const kept = new Map<string, VisitView>()
  const asked = new Map<string, string>()
  let shown = 'charge'

  const visitOf = (token: string): VisitView | null => {
    const now = Date.now()
    const view = kept.get(token) ?? visits[token]?.(now)
    if (view === undefined) return null
    const { payment } = view
    // Stripe's page comes after a moment.
    const isReady = payment?.state === 'requested' && token !== 'opening'
    const told =
      isReady && payment ? { ...payment, state: 'open' as const, payUrl: '/pay' } : payment
    kept.set(token, { ...view, payment: told, now })
    return { ...view, now }
  }
  const put = (token: string, changes: Partial<VisitView>): Answer => {
    const view = visitOf(token)
    if (view === null) return { status: 404, body: { code: 'NO_SUCH_VISIT' } }
    const next = { ...view, ...changes, now: Date.now() }
    kept.set(token, next)
    return ok(next)
  }

  return {
    visitOf,
    show: (slug: string) => {
      shown = slug
    },
    site: () => siteNamed(shown, Date.now()),
    paid: (token: string) =>
      put(token, {
        state: 'agreed',
        payment: null,
        holdUntil: null,
        may: ['change', 'cancel', 'late'],
      }),
    latest: () => [...kept].at(-1)?.[0] ?? '',
    ask: (path: string, body: unknown, token: string): Answer => {
      const now = Date.now()
      const site = siteNamed(shown, now)
      // The boundary: the page's own client is typed by the contract.
      switch (path) {
        case '/site':
          return ok(site)
        case '/offers': {
          const wish = body as Input<'offers'>
          const isOut = shown === 'noOffers' || shown === 'full'
          const offers = isOut ? [] : offersAt(site, wish)
          const refusals = offers.length === 0 ? [{ code: 'gridFull' as const }] : []
          return ok({
            offers,
            mostWh: isOut ? 12_300 : 40_000,
            refusals,
          } satisfies Output<'offers'>)
        }
        case '/visits': {
          const input = body as Input<'book'>
          const known = asked.get(input.id)
          if (known !== undefined) return ok({ token: known, visit: visitOf(known) })
          if (shown === 'taken')
            return refused({ code: 'taken' }, offersAt(site, input.wish).slice(1))
          const made = newId()
          asked.set(input.id, made)
          const isNow = input.kind === 'now'
          const needsMoney = input.pays === 'online' && input.seenMinor !== null
          const base = visits[needsMoney ? 'opening' : 'booked']?.(now)
          const answer = put2(made, base, {
            ...{ kind: input.kind, wish: input.wish, pays: input.pays, plate: input.plate ?? '' },
            ...{ phone: input.phone ?? '', email: input.email ?? '', arrivesAt: input.arrivesAt },
            ...{ departsAt: input.departsAt, isFlexible: input.isFlexible ?? false },
            place: site.places.find(({ code }) => code === input.place) ?? null,
            cancelling: isNow ? null : { freeUntil: input.arrivesAt - HOUR, feeMinor: 0 },
          })
          return ok({ token: made, visit: answer })
        }
        case '/line': {
          const made = newId()
          const input = body as Input<'wait'>
          const base = visits['waiting']?.(now)
          return ok({
            token: made,
            visit: put2(made, base, { phone: input.phone ?? '', wish: input.wish }),
          })
        }
        case '/visit/offers':
          return ok({ offers: offersAt(site, body as Input<'otherWindows'>), mostWh: 30_000 })
        case '/visit/check':
          return check(visitOf(token), body as Input<'checkChange'>)
        case '/visit/change': {
          const { changes, revision } = body as Input<'change'>
          const view = visitOf(token)
          if (view !== null && view.revision !== revision) return refused({ code: 'changedSince' })
          const { departsAt, arrivesAt, isFlexible } = changes
          return put(token, {
            ...(departsAt === undefined ? {} : { departsAt }),
            ...(arrivesAt === undefined ? {} : { arrivesAt }),
            ...(isFlexible === undefined ? {} : { isFlexible }),
            revision: revision + 1,
          })
        }
        case '/visit/cancel':
          return put(token, { state: 'over', endReason: 'cancelled', may: [], cancelling: null })
        case '/visit/leave-line':
          return put(token, { state: 'over', endReason: 'cancelled', may: [], line: null })
        case '/visit/claim':
        case '/visit/pay':
          return put(token, { ...visits['opening']?.(now), ...(token === 'opening' ? {} : {}) })
        case '/visit/start':
          return put(token, { ...visits['charging']?.(now) })
        case '/visit/stop':
          return put(token, { ...visits['charged']?.(now) })
        case '/visit/late': {
          const { expectedAt } = body as Input<'late'>
          const late = (visitOf(token)?.arrivesAt ?? now) + 45 * MINUTE
          return expectedAt > late
            ? refused({ code: 'tooLate', lateMin: 45 })
            : put(token, { expectedAt, arrivesAt: now - MINUTE })
        }
        case '/visit/contact': {
          const known = Object.entries(body as Input<'setContact'>)
          return put(token, Object.fromEntries(known.filter(([, value]) => value !== undefined)))
        }
        default:
          return { status: 404, body: { code: 'NO_SUCH_CALL' } }
      }
    },
  }

  function put2(
    token: string,
    base: VisitView | undefined,
    changes: Partial<VisitView>,
  ): VisitView {
    if (base === undefined) throw new Error('There is no such state.')
    const view = { ...base, ...changes, now: Date.now() }
    kept.set(token, view)
    return view
  }
}

/** Later costs more, earlier less; beyond four hours it is another's. */
function check(view: VisitView | null, changes: Input<'checkChange'>): Answer {
  if (view === null) return { status: 404, body: { code: 'NO_SUCH_VISIT' } }
  const arrivesAt = changes.arrivesAt ?? view.arrivesAt ?? view.now
  const departsAt = changes.departsAt ?? view.departsAt ?? view.now
  const hours = (departsAt - (view.departsAt ?? departsAt)) / HOUR
  const differenceMinor = Math.round(hours * 1_250)
  const isPossible = departsAt > arrivesAt && hours <= 4
  const refusal: VisitRefusal =
    departsAt <= arrivesAt ? { code: 'departureBeforeArrival' } : { code: 'taken' }
  return ok({
    ...{ isPossible, refusals: isPossible ? [] : [refusal] },
    offers: isPossible ? [] : offersAt(siteNamed('charge', view.now), view.wish).slice(0, 2),
    priceMinor: (view.money?.estimatedMinor ?? 0) + differenceMinor,
    ...{ differenceMinor, toPayMinor: Math.max(0, differenceMinor) },
    ...{
      toRefundMinor: Math.max(0, -differenceMinor),
      arrivesAt,
      departsAt,
      energyWh: view.needWh,
    },
  } satisfies Output<'checkChange'>)
}
