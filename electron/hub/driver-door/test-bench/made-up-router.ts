import { implement } from '@orpc/server'
import { driverContract } from '../../../../shared/contract/driver/driver.ts'
import { firstHouseRules } from '../../../../shared/domain/visit/house-rules.ts'
import type { SiteView } from '../../../../shared/domain/visit/site-view.ts'
import type { VisitView } from '../../../../shared/domain/visit/visit-view.ts'
import type { DriverCaller, DriverRouter } from '../../rpc/driver/caller.ts'

/** The link that opens the one visit there is. */
export const GOOD_TOKEN = 'Good-link_'.padEnd(48, '0')
/** One of the same shape that opens nothing. */
export const WRONG_TOKEN = 'Wrong_link'.padEnd(48, '0')

const NOW = Date.UTC(2026, 5, 1, 12)

export const madeUpSite: SiteView = {
  name: 'North </script><script>alert(1)</script> garage',
  ...{ timeZone: 'Europe/Stockholm', currency: 'SEK', now: NOW, mode: 'practice' },
  notice: { en: '', sv: '' },
  rules: {
    ...{ takesNow: true, takesAhead: true, takesWaiting: true, paysOnline: true },
    ...{ paysAtDesk: true, depositPct: 100, leadMin: 0, aheadDays: 7, leastStayMin: 15 },
    ...{ mostStayMin: 1_440, holdMin: firstHouseRules.holdMin, cancelFreeMin: 60 },
  },
  ...{ places: [], prices: [], flexiblePrices: [], waiting: 0 },
}

export const madeUpVisit: VisitView = {
  ...{ id: '01900000-0000-7000-8000-000000000001', kind: 'ahead', state: 'agreed' },
  ...{ endReason: null, isFlexible: false, plate: 'ABC 123', phone: '', email: '' },
  wish: { need: { kind: 'full' }, arrivesFrom: NOW, departsBy: NOW + 3_600_000 },
  ...{ language: 'sv', pays: 'atDesk', holdUntil: null, expectedAt: null },
  ...{ expiresAt: NOW + 86_400_000, now: NOW, siteName: 'North', timeZone: 'Europe/Stockholm' },
  ...{ mode: 'practice', revision: 1, bookingState: 'confirmed', place: null, arrivesAt: NOW },
  ...{ departsAt: NOW + 3_600_000, needWh: null, failure: null, isPluggedIn: false },
  ...{ charge: null, idle: null, line: null, lapsesAt: null, money: null, payment: null },
  ...{ cancelling: null, may: [], words: null, receipts: [] },
}

/** What the made-up hub was asked, and what it tells whoever follows. */
export interface MadeUpHub {
  readonly router: DriverRouter
  /** Every call that came through, with who called. */
  readonly heard: {
    readonly call: string
    readonly caller: DriverCaller
    readonly input: unknown
  }[]
  /** Tells all who follow the site of a change. */
  tell(site: SiteView): void
  /** Ends what all of them follow. */
  endAll(): void
  /** How many follow. */
  readonly following: number
  /** How many views were made for all who follow. */
  readonly viewsMade: number
}

/** A hub that answers phones with what it makes up, by the contract. */
export function madeUpHub(): MadeUpHub {
  const on = implement(driverContract).$context<DriverCaller>()
  const heard: MadeUpHub['heard'] = []
  let viewsMade = 0
  const followers = new Set<(site: SiteView | null) => void>()
  const note = (call: string, caller: DriverCaller, input: unknown = null): void => {
    heard.push({ call, caller, input })
  }

  async function* follow(signal: AbortSignal | undefined) {
    const waiting: (SiteView | null)[] = [madeUpSite]
    let wake = (): void => undefined
    const told = (site: SiteView | null): void => {
      waiting.push(site)
      wake()
    }
    followers.add(told)
    signal?.addEventListener('abort', () => told(null), { once: true })
    try {
      for (;;) {
        const next = waiting.shift()
        if (next === null) return
        if (next !== undefined) {
          viewsMade += 1
          yield next
        } else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      followers.delete(told)
    }
  }

  const router = on.router({
    site: on.site.handler(({ context }) => {
      note('site', context)
      return madeUpSite
    }),
    followSite: on.followSite.handler(({ context, signal }) => {
      note('followSite', context)
      return follow(signal)
    }),
    offers: on.offers.handler(({ context, input }) => {
      note('offers', context, input)
      return { offers: [], mostWh: 0, refusals: [] }
    }),
    book: on.book.handler(({ context, input }) => {
      note('book', context, input)
      if (input.plate === 'FAIL') throw new Error('It failed at this.')
      // As a fault of the hub's would: what it made is not what the contract has.
      if (input.plate === 'BAD') return { token: GOOD_TOKEN, visit: { ...madeUpVisit, id: 'none' } }
      return { token: GOOD_TOKEN, visit: { ...madeUpVisit, id: input.id, plate: input.plate } }
    }),
    wait: on.wait.handler(({ errors }) => {
      throw errors.NO_SUCH_VISIT()
    }),
    visit: on.visit.handler(({ context, errors }) => {
      note('visit', context)
      if (context.token !== GOOD_TOKEN) throw errors.NO_SUCH_VISIT()
      return madeUpVisit
    }),
    followVisit: on.followVisit.handler(({ context, errors }) => {
      note('followVisit', context)
      if (context.token !== GOOD_TOKEN) throw errors.NO_SUCH_VISIT()
      return (async function* once() {
        yield madeUpVisit
      })()
    }),
    otherWindows: on.otherWindows.handler(() => ({ offers: [], mostWh: 0 })),
    checkChange: on.checkChange.handler(({ errors }) => {
      throw errors.NO_SUCH_VISIT()
    }),
    change: on.change.handler(() => madeUpVisit),
    cancel: on.cancel.handler(() => madeUpVisit),
    claim: on.claim.handler(() => madeUpVisit),
    leaveLine: on.leaveLine.handler(() => madeUpVisit),
    pay: on.pay.handler(({ context, errors }) => {
      note('pay', context)
      if (context.token !== GOOD_TOKEN) throw errors.NO_SUCH_VISIT()
      return madeUpVisit
    }),
    start: on.start.handler(() => madeUpVisit),
    stop: on.stop.handler(() => madeUpVisit),
    late: on.late.handler(() => madeUpVisit),
    setContact: on.setContact.handler(() => madeUpVisit),
  })

  const tellAll = (site: SiteView | null): void => {
    for (const told of followers) told(site)
  }
  return {
    router,
    heard,
    tell: tellAll,
    endAll: () => tellAll(null),
    get following() {
      return followers.size
    },
    get viewsMade() {
      return viewsMade
    },
  }
}
