import type { LiveRows } from '../../shared/contract/live.ts'

/** A site of which nothing is known, not even its name. */
export function noRows(): LiveRows {
  return {
    site: [],
    feeder: [],
    temporaryLimit: [],
    plan: [],
    planLine: [],
    chargingControl: [],
    pairing: [],
    station: [],
    connector: [],
    candidate: [],
    connectionAttempt: [],
    idToken: [],
    transaction: [],
    command: [],
    alarm: [],
    vehicle: [],
    customer: [],
    booking: [],
    recurring: [],
    bookingStep: [],
    bill: [],
    payment: [],
    refund: [],
    dispute: [],
    paymentTerms: [],
    stripeAccount: [],
    stripeCall: [],
    reader: [],
    tariff: [],
    tariffVersion: [],
    tariffAssignment: [],
  }
}
