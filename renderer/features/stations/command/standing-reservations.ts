import { commandRequest } from '../../../../shared/domain/command/command.ts'
import type { Command, CommandRequest } from '../../../../shared/domain/command/command.ts'
import type { Instant } from '../../../../shared/time/instant.ts'

/** A reservation that a charger has accepted and that has neither run out nor been taken back. */
export type StandingReservation = (CommandRequest & { action: 'ReserveNow' })['payload']

/**
 * The reservations that stand as far as the commands tell; whether a driver has used one, only the charger knows.
 * @param commands a station's, newest first
 */
export function standingReservations(
  commands: readonly Pick<Command, 'action' | 'payload' | 'answer'>[],
  now: Instant,
): StandingReservation[] {
  const seen = new Set<number>()
  const standing: StandingReservation[] = []
  for (const { action, payload, answer } of commands) {
    const request = commandRequest.safeParse({ action, payload }).data
    if (request?.action !== 'ReserveNow' && request?.action !== 'CancelReservation') continue
    const { reservationId } = request.payload
    if (answer === null || seen.has(reservationId)) continue
    seen.add(reservationId)
    if (request.action === 'CancelReservation' || !isAccepted(answer)) continue
    if (Date.parse(request.payload.expiryDate) > now) standing.push(request.payload)
  }
  return standing
}

function isAccepted(answer: unknown): boolean {
  return (
    typeof answer === 'object' && answer !== null && Reflect.get(answer, 'status') === 'Accepted'
  )
}
