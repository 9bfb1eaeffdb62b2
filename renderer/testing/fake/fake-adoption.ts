import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { PAIRING_MS } from '../../../shared/domain/adoption/adoption.ts'
import type { Command } from '../../../shared/domain/command/command.ts'
import { issuedKeyOf, newStation } from './fake-station.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** The command that sets a new key, accepted by the charger two seconds later. */
function settingKey(store: FakeStore, stationId: string): Command {
  const now = Date.now()
  const command = store.put('command', {
    id: newId(),
    stationId,
    action: 'ChangeConfiguration',
    payload: { key: 'AuthorizationKey', value: '********' },
    state: 'sent',
    answer: null,
    failure: null,
    requestedBy: 'Kim',
    requestedAt: now,
    sentAt: now,
    endedAt: null,
  })
  const answered = { ...command, state: 'answered' as const, answer: { status: 'Accepted' } }
  setTimeout(() => store.put('command', { ...answered, endedAt: Date.now() }), 2_000)
  return command
}

/** Pairing, candidates and the inbox, in memory. */
export function fakeAdoption(store: FakeStore) {
  const os = implement(contract).adoption
  const pairing = () =>
    store.rows.pairing[0] ?? { id: 'pairing' as const, openedBy: null, openUntil: null }
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
      if (input.key === 'keepOwn' && candidate.credentials === 'none')
        throw errors.CANDIDATE_HAS_NO_PASSWORD()
      const taken = store.rows.station.find(
        (known) => known.chargePointId === candidate.chargePointId,
      )
      if (taken) throw errors.STATION_ID_TAKEN({ data: { stationId: taken.id } })
      const station = store.put('station', {
        ...newStation({ ...input, chargePointId: candidate.chargePointId }),
        vendor: candidate.vendor,
        model: candidate.model,
        authentication: input.key === 'none' ? 'none' : 'password',
        connection: 'online',
      })
      store.remove('candidate', candidate.id)
      const command =
        input.key === 'newKey' && input.setOnCharger ? settingKey(store, station.id) : null
      return {
        station,
        key: issuedKeyOf(station, input.key === 'newKey'),
        commandId: command?.id ?? null,
      }
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
