import type { VisitRefusal } from '../../../../shared/domain/visit/refusal.ts'
import type { VisitOffer } from '../../../../shared/domain/visit/site-view.ts'

/** Thrown within a unit of work, so that nothing of it stays; told to the phone as the refusal that it is. */
export class NotSo extends Error {
  readonly refusals: readonly VisitRefusal[]
  constructor(refusals: readonly VisitRefusal[]) {
    super(refusals.map(({ code }) => code).join(', '))
    this.refusals = refusals
  }
}

/** A refusal as the contract has it. */
export function whyNot(refusals: readonly VisitRefusal[], offers: readonly VisitOffer[] = []) {
  return { data: { refusals: [...refusals], offers: [...offers] } }
}
