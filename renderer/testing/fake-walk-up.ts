import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { type WalkUpTerms, firstWalkUpTerms } from '../../shared/domain/walk-up/walk-up-terms.ts'
import type { FakeStore } from './fake-store.ts'

const os = implement(contract)

const notHere = (): never => {
  throw new Error('walk-ups are taken in by the real hub only')
}

/** Walk-ups and the search box, of which the fake hub only knows the terms. */
export function fakeWalkUps(store: FakeStore) {
  const terms = (): WalkUpTerms =>
    store.rows.walkUpTerms[0] ?? { id: 'walkUpTerms', ...firstWalkUpTerms, updatedAt: Date.now() }
  return {
    walkUp: {
      choices: os.walkUp.choices.handler(notHere),
      promise: os.walkUp.promise.handler(notHere),
      begin: os.walkUp.begin.handler(notHere),
      get: os.walkUp.get.handler(notHere),
      retry: os.walkUp.retry.handler(notHere),
      extend: os.walkUp.extend.handler(notHere),
      stop: os.walkUp.stop.handler(notHere),
      settle: os.walkUp.settle.handler(notHere),
      handBack: os.walkUp.handBack.handler(notHere),
      move: os.walkUp.move.handler(notHere),
      release: os.walkUp.release.handler(notHere),
      cancel: os.walkUp.cancel.handler(notHere),
      setPhone: os.walkUp.setPhone.handler(notHere),
      message: os.walkUp.message.handler(notHere),
      terms: os.walkUp.terms.handler(terms),
      setTerms: os.walkUp.setTerms.handler(notHere),
    },
    search: { find: os.search.find.handler(() => ({ hits: [] })) },
  }
}
