import type {
  Admission,
  Answer,
  AnyInboundCall,
  CallOutcome,
  ConnectionAttempt,
  Departure,
  OcppDesk,
  OddFrame,
  SentCall,
  UnreadableTransactionCall,
} from '../desk.ts'

/** A desk that knows some passwords, answers every call plainly and remembers what it was told. */
export interface MemoryDesk extends OcppDesk {
  readonly passwords: Map<string, Buffer>
  readonly attempts: ConnectionAttempt[]
  readonly strays: string[]
  readonly arrivals: string[]
  readonly departures: (Departure & { chargePointId: string })[]
  readonly calls: (AnyInboundCall & { chargePointId: string })[]
  readonly quarantined: UnreadableTransactionCall[]
  readonly odd: OddFrame[]
  readonly outgoing: { call: SentCall; outcome: CallOutcome | null }[]
  readonly rivals: string[]
  readonly bugs: unknown[]
  /** Replaces how calls are answered. */
  answering: (call: AnyInboundCall) => Promise<Answer>
}

export function memoryDesk(passwords: Readonly<Record<string, string | Buffer>>): MemoryDesk {
  const desk: MemoryDesk = {
    passwords: new Map(
      Object.entries(passwords).map(([id, password]) => [id, Buffer.from(password)]),
    ),
    attempts: [],
    strays: [],
    arrivals: [],
    departures: [],
    calls: [],
    quarantined: [],
    odd: [],
    outgoing: [],
    rivals: [],
    bugs: [],
    answering: async (call) => plainAnswer(call),
    admit(attempt): Admission {
      desk.attempts.push(attempt)
      const password = desk.passwords.get(attempt.chargePointId)
      const right = attempt.passwords.some((offered) => password?.equals(offered))
      return right
        ? { kind: 'station', stationId: attempt.chargePointId, keyShown: true }
        : { kind: 'refused' }
    },
    strayed: ({ path }) => void desk.strays.push(path),
    connected: ({ chargePointId }) => void desk.arrivals.push(chargePointId),
    disconnected: ({ chargePointId }, departure) =>
      void desk.departures.push({ ...departure, chargePointId }),
    receive: ({ chargePointId }, call) => {
      desk.calls.push({ ...call, chargePointId })
      return desk.answering(call)
    },
    quarantine: async (_, call) => {
      desk.quarantined.push(call)
      return plainAnswer(call)
    },
    oddFrame: (_, frame) => void desk.odd.push(frame),
    sent: (_, call) => void desk.outgoing.push({ call, outcome: null }),
    ended: (_, call, outcome) => {
      const exchange = desk.outgoing.find((candidate) => candidate.call === call)
      if (exchange !== undefined) exchange.outcome = outcome
    },
    rivalRefused: ({ chargePointId }) => void desk.rivals.push(chargePointId),
    bug: (_, error) => void desk.bugs.push(error),
  }
  return desk
}

const currentTime = '2026-01-01T00:00:00.000Z'

function plainAnswer({ action }: { action: AnyInboundCall['action'] }): Answer {
  switch (action) {
    case 'BootNotification':
      return { kind: 'reply', payload: { status: 'Accepted', currentTime, interval: 300 } }
    case 'Heartbeat':
      return { kind: 'reply', payload: { currentTime } }
    case 'StartTransaction':
      return { kind: 'reply', payload: { transactionId: 1, idTagInfo: { status: 'Accepted' } } }
    case 'Authorize':
      return { kind: 'reply', payload: { idTagInfo: { status: 'Accepted' } } }
    case 'DataTransfer':
      return { kind: 'reply', payload: { status: 'UnknownVendorId' } }
    default:
      return { kind: 'reply', payload: {} }
  }
}
