import type { StepChange } from '../../../shared/domain/booking/step.ts'
import type { Surroundings } from '../../../shared/domain/booking/surroundings.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { IdToken, IdTokenInput } from '../../../shared/domain/id-token/id-token.ts'
import type { VehicleWords } from '../../../shared/domain/vehicle/vehicle.ts'
import type { Writes } from '../store/writes.ts'

/** What other rooms do for this one: each writes its noun, with the line in the journal that it always writes. */
export interface ImportRooms {
  changeVehicle(tx: Writes, id: Id, words: Partial<VehicleWords>): { readonly kind: string }
  putToken(
    tx: Writes,
    token: IdTokenInput,
  ): { readonly kind: 'put'; readonly token: IdToken } | { readonly kind: 'missing' }
  surroundingsOf(tx: Writes): Surroundings
  reservationNumbers(tx: Writes): () => number
  saveBooking(tx: Writes, change: StepChange): void
}
