import type { ReportKind } from '../report-kind.ts'
import { billingCells } from './billing.ts'
import { co2Cells, vehicleEnergyCells } from './energy.ts'
import { paymentCells } from './payments.ts'
import { payoutCells } from './payouts.ts'
import { sessionCells } from './sessions.ts'
import { utilisationCells } from './utilisation.ts'
import { vatCells } from './vat.ts'

/** The cells of each kind. Refunds are payments with the sign turned. */
export const cellsOf = {
  billing: billingCells,
  sessions: sessionCells,
  payments: paymentCells,
  refunds: paymentCells,
  vat: vatCells,
  payouts: payoutCells,
  utilisation: utilisationCells,
  energyPerVehicle: vehicleEnergyCells,
  co2: co2Cells,
} as const satisfies Record<ReportKind, object>
