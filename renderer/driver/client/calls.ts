import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { DriverContract } from '../../../shared/contract/driver/driver.ts'
import type { SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'

/** What a phone may ask of the hub. */
export type CallName = keyof DriverContract
type Inputs = InferContractRouterInputs<DriverContract>
type Outputs = InferContractRouterOutputs<DriverContract>

/** The calls that are answered with one thing after another. */
export type FollowName = 'followSite' | 'followVisit'
export type AskName = Exclude<CallName, FollowName>

export type Input<Name extends CallName> = Inputs[Name]
export type Output<Name extends AskName> = Outputs[Name]
/** What each of those is answered with, again and again. */
interface FollowedViews {
  readonly followSite: SiteView
  readonly followVisit: VisitView
}
export type Followed<Name extends FollowName> = FollowedViews[Name]

/** Where a call goes. `acts`: it changes something, and goes under a key, so that sending it again does it once. */
export interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly acts?: true
}

/** Where the hub answers phones. */
export const API = '/api'

/** The contract's routes, written out: the contract itself would bring all its schemas to the phone. */
export const calls: Record<CallName, Call> = {
  site: { method: 'GET', path: '/site' },
  followSite: { method: 'GET', path: '/site/live' },
  offers: { method: 'POST', path: '/offers' },
  book: { method: 'POST', path: '/visits', acts: true },
  wait: { method: 'POST', path: '/line', acts: true },
  visit: { method: 'GET', path: '/visit' },
  followVisit: { method: 'GET', path: '/visit/live' },
  otherWindows: { method: 'POST', path: '/visit/offers' },
  checkChange: { method: 'POST', path: '/visit/check' },
  change: { method: 'POST', path: '/visit/change', acts: true },
  cancel: { method: 'POST', path: '/visit/cancel', acts: true },
  claim: { method: 'POST', path: '/visit/claim', acts: true },
  leaveLine: { method: 'POST', path: '/visit/leave-line', acts: true },
  pay: { method: 'POST', path: '/visit/pay', acts: true },
  start: { method: 'POST', path: '/visit/start', acts: true },
  stop: { method: 'POST', path: '/visit/stop', acts: true },
  late: { method: 'POST', path: '/visit/late', acts: true },
  setContact: { method: 'POST', path: '/visit/contact', acts: true },
}
