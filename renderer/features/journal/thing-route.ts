import type { Route } from '../../navigation/route.ts'

/** Where a thing of the journal is shown, by its noun; null where it has no place of its own. */
export function thingRoute(noun: string, id: string): Route | null {
  switch (noun) {
    case 'station':
      return { screen: 'station', stationId: id }
    case 'transaction':
      return { screen: 'transaction', transactionId: id }
    case 'booking':
      return { screen: 'timeline', open: id }
    case 'vehicle':
      return { screen: 'vehicles', open: id }
    case 'customer':
      return { screen: 'customers', open: id }
    case 'recurring':
      return { screen: 'recurring', open: id }
    case 'payment':
      return { screen: 'payments', open: id }
    case 'bill':
      return { screen: 'payments', tab: 'unpaid', open: id }
    case 'refund':
      return { screen: 'payments', tab: 'refunds' }
    case 'payout':
      return { screen: 'payments', tab: 'payouts', open: id }
    case 'ledgerEntry':
      return { screen: 'payments', tab: 'ledger', open: id }
    case 'walkUp':
      return { screen: 'desk', open: id }
    case 'visit':
      return { screen: 'online', open: id }
    case 'houseRules':
      return { screen: 'settings', section: 'driver', open: 'rules' }
    case 'block':
      return { screen: 'settings', section: 'driver', open: 'blocks' }
    case 'driverDoor':
      return { screen: 'settings', section: 'driver', open: 'door' }
    case 'shift':
    case 'zReport':
      return { screen: 'till', tab: 'reports' }
    case 'till':
    case 'tillTerms':
      return { screen: 'settings', section: 'till' }
    case 'invoice':
      return { screen: 'reports', tab: 'invoices', open: id }
    case 'reportSchedule':
      return { screen: 'reports', tab: 'scheduled', open: id }
    case 'accountPlan':
    case 'invoiceTerms':
    case 'cdrTerms':
      return { screen: 'settings', section: 'accounting' }
    case 'idToken':
      return { screen: 'settings', section: 'tokens', open: id }
    case 'tariff':
      return { screen: 'settings', section: 'tariffs', open: id }
    case 'feeder':
      return { screen: 'settings', section: 'grid', open: id }
    case 'calendar':
      return { screen: 'settings', section: 'calendars' }
    case 'user':
      return { screen: 'settings', section: 'users', open: id }
    case 'site':
      return { screen: 'settings', section: 'site' }
    case 'paymentTerms':
      return { screen: 'settings', section: 'payments' }
    default:
      return null
  }
}
