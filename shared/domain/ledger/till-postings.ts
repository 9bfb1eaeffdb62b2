import type { CashMoveKind } from '../till/cash-move.ts'
import type { Account } from './account.ts'
import type { Posting } from './entry.ts'
import { posting, transfer } from './make-posting.ts'

/** Cash of a till that moves without a payer; `text` names the till and what for. */
export interface DrawerMovement {
  readonly currency: string
  readonly amountMinor: number
  readonly text: string
}

/** Where each kind of move takes cash from, and where to. */
const ways: Readonly<Record<CashMoveKind, { readonly to: Account; readonly from: Account }>> = {
  payIn: { to: 'means/cash', from: 'safe' },
  toSafe: { to: 'safe', from: 'means/cash' },
  toBank: { to: 'bank', from: 'means/cash' },
  expense: { to: 'expense/petty', from: 'means/cash' },
}

/** The float that a shift begins with: a closed drawer is a part of the safe. */
export function floatTaken(moved: DrawerMovement): Posting {
  return posting('floatTaken', {}, transfer('means/cash', 'safe', moved), moved.text)
}

/** Cash put into the drawer or taken out of it between times. */
export function cashMoved(kind: CashMoveKind, moved: DrawerMovement): Posting {
  const { to, from } = ways[kind]
  return posting('cashMoved', {}, transfer(to, from, moved), moved.text)
}

/** What the count of a close found to be more than there should have been; below zero it is missing. */
export function varianceFound(moved: DrawerMovement): Posting {
  return posting('varianceFound', {}, transfer('means/cash', 'variance', moved), moved.text)
}

/** All that was counted at a close: the drawer is a part of the safe again. */
export function drawerEmptied(moved: DrawerMovement): Posting {
  return posting('drawerEmptied', {}, transfer('safe', 'means/cash', moved), moved.text)
}

/** Cash that came from the safe to the bank; below zero it was fetched there, as for floats. */
export function safeBanked(moved: DrawerMovement): Posting {
  return posting('safeBanked', {}, transfer('bank', 'safe', moved), moved.text)
}

/** What whoever runs another card terminal paid into the bank, and kept of it as a fee. */
export function terminalSettled(settled: DrawerMovement & { readonly feeMinor: number }): Posting {
  const { currency, amountMinor, feeMinor, text } = settled
  const lines = [
    ...transfer('bank', 'means/externalTerminal', { currency, amountMinor }),
    ...transfer('fee/terminal', 'means/externalTerminal', { currency, amountMinor: feeMinor }),
  ]
  return posting('terminalSettled', {}, lines, text)
}
