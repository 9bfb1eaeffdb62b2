import type { Bill } from '../../shared/domain/bill/bill.ts'
import { inert } from '../ui/mark/inert.ts'

/** Whose bill it is, as short as it is known by: plate, else id token; empty when by neither. */
export function whoOf({ plate, idToken }: Pick<Bill, 'plate' | 'idToken'>): string {
  return inert(plate || idToken, 24).text
}
