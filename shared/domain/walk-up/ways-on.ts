import type { WalkUpFailure } from './walk-up.ts'

/** What a person may do about a walk-up that doesn't go on, the most likely to help first. */
export type WayOn = 'wait' | 'retry' | 'plugIn' | 'otherConnector' | 'payAnotherWay' | 'cancel'

const WAYS: Record<WalkUpFailure, readonly WayOn[]> = {
  paymentFailed: ['payAnotherWay', 'cancel'],
  paymentExpired: ['payAnotherWay', 'cancel'],
  paymentCancelled: ['payAnotherWay', 'cancel'],
  chargerOffline: ['wait', 'otherConnector', 'cancel'],
  chargerRefused: ['plugIn', 'otherConnector', 'retry', 'cancel'],
  chargerSilent: ['wait', 'retry', 'otherConnector', 'cancel'],
  chargerFailed: ['retry', 'otherConnector', 'cancel'],
  chargerBusy: ['retry', 'otherConnector', 'cancel'],
  notStarted: ['retry', 'otherConnector', 'cancel'],
}

/** What may be done about a failure. */
export function waysOn(failure: WalkUpFailure): readonly WayOn[] {
  return WAYS[failure]
}
