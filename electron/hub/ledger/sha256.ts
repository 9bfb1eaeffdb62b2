import { hash } from 'node:crypto'
import type { Sha256 } from '../../../shared/domain/ledger/chain.ts'

/** What the ledger's chain is made with. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex')
