import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'

/** A site that has made out no receipt. */
export function fakeReceipts() {
  const os = implement(contract).receipt
  return os.router({
    get: os.get.handler(({ errors }) => {
      throw errors.NO_RECEIPT()
    }),
    issue: os.issue.handler(({ errors }) => {
      throw errors.NOTHING_PAID()
    }),
    printed: os.printed.handler(({ errors }) => {
      throw errors.NO_RECEIPT()
    }),
  })
}
