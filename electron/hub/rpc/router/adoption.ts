import { implement } from '@orpc/server'
import { adoptionContract } from '../../../../shared/contract/adoption.ts'
import { adoptCandidate, refuseCandidate } from '../../adoption/adopt.ts'
import { clearAttempts } from '../../adoption/inbox.ts'
import { closePairing, currentPairing, openPairing } from '../../adoption/pairing.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(adoptionContract).$context<Caller>().use(everyCall)

export function adoptionRouter({ store, chargers, issuer, offered }: RouterParts) {
  const missing = (id: string) => ({ data: { noun: 'candidate', id } })

  return {
    pairing: on.pairing.handler(() => currentPairing(store.reads)),
    openPairing: on.openPairing.handler(({ context }) =>
      store.work(context.actor, (tx) => openPairing(tx, context.actor)),
    ),
    closePairing: on.closePairing.handler(({ context }) =>
      store.work(context.actor, (tx) => closePairing(tx, chargers)),
    ),
    candidates: on.candidates.handler(async () => ({
      rows: await store.reads.find('candidate', { state: 'waiting' }),
    })),
    adopt: on.adopt.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const candidate = tx.get('candidate', input.id)
        if (!candidate) throw errors.NOT_FOUND(missing(input.id))
        const wish = { ...input, requestedBy: context.actor }
        const adopted = adoptCandidate(tx, { issuer, chargers, offered }, candidate, wish)
        switch (adopted.kind) {
          case 'gone':
            throw errors.CANDIDATE_GONE()
          case 'hasNoPassword':
            throw errors.CANDIDATE_HAS_NO_PASSWORD()
          case 'taken':
            throw errors.STATION_ID_TAKEN({ data: { stationId: adopted.stationId } })
          case 'adopted':
            return { station: adopted.station, key: adopted.key, commandId: adopted.commandId }
        }
      }),
    ),
    refuse: on.refuse.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const candidate = tx.get('candidate', input.id)
        if (!candidate) throw errors.NOT_FOUND(missing(input.id))
        return refuseCandidate(tx, chargers, candidate)
      }),
    ),
    attempts: on.attempts.handler(async () => {
      const rows = await store.reads.find('connectionAttempt', {})
      return { rows: rows.toSorted((a, b) => b.lastAt - a.lastAt) }
    }),
    clearAttempts: on.clearAttempts.handler(async ({ context }) => ({
      cleared: await store.work(context.actor, clearAttempts),
    })),
  }
}
