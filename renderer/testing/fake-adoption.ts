import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import { PAIRING_MS } from '../../shared/domain/adoption/adoption.ts'
import { issuedKeyOf, newStation } from './fake-station.ts'
import type { FakeStore } from './fake-store.ts'

/** Pairing, candidates and the inbox, in memory. */
export function fakeAdoption(store: FakeStore) {
  const os = implement(contract).adoption
  const pairing = () => store.rows.pairing[0] ?? { id: 'pairing' as const, openedBy: null, openUntil: null }
  return os.router({
    pairing: os.pairing.handler(() => pairing()),
    openPairing: os.openPairing.handler(() =>
      store.put('pairing', { id: 'pairing', openedBy: 'Kim', openUntil: Date.now() + PAIRING_MS }),
    ),
    closePairing: os.closePairing.handler(() => {
      for (const candidate of [...store.rows.candidate]) store.remove('candidate', candidate.id)
      return store.put('pairing', { id: 'pairing', openedBy: null, openUntil: null })
    }),
    candidates: os.candidates.handler(() => ({ rows: store.rows.candidate })),
    adopt: os.adopt.handler(({ input, errors }) => {
      const candidate = store.find('candidate', input.id)
      if (candidate?.state !== 'waiting') throw errors.CANDIDATE_GONE()
      if (input.key === 'keepOwn' && candidate.credentials === 'none') throw errors.CANDIDATE_HAS_NO_PASSWORD()
      const taken = store.rows.station.find((known) => known.chargePointId === candidate.chargePointId)
      if (taken) throw errors.STATION_ID_TAKEN({ data: { stationId: taken.id } })
      const station = store.put('station', {
        ...newStation({ ...input, chargePointId: candidate.chargePointId }),
        vendor: candidate.vendor,
        model: candidate.model,
        authentication: input.key === 'none' ? 'none' : 'password',
        connection: 'online',
      })
      store.remove('candidate', candidate.id)
      return { station, key: issuedKeyOf(station, input.key === 'newKey'), commandId: null }
    }),
    refuse: os.refuse.handler(({ input, errors }) => {
      const candidate = store.find('candidate', input.id)
      if (!candidate) throw errors.NOT_FOUND({ data: { noun: 'candidate', id: input.id } })
      store.remove('candidate', candidate.id)
      return { ...candidate, state: 'refused' as const }
    }),
    attempts: os.attempts.handler(() => ({ rows: store.rows.connectionAttempt })),
    clearAttempts: os.clearAttempts.handler(() => {
      const gone = [...store.rows.connectionAttempt]
      for (const attempt of gone) store.remove('connectionAttempt', attempt.id)
      return { cleared: gone.length }
    }),
  })
}
