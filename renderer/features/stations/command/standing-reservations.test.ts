import { describe, expect, it } from 'vitest'
import type { CommandAction } from '../../../../shared/domain/command/command.ts'
import { standingReservations } from './standing-reservations.ts'

const now = Date.parse('2026-05-04T08:00:00Z')
const reserve = (reservationId: number, expiryDate = '2026-05-04T09:00:00Z') => ({
  connectorId: 1,
  expiryDate,
  idTag: 'CARD',
  reservationId,
})
const sent = (action: CommandAction, payload: Record<string, unknown>, status: string | null) => ({
  action,
  payload,
  answer: status === null ? null : { status },
})

describe('the reservations that stand', () => {
  it('are those the charger accepted and that have not run out', () => {
    const commands = [
      sent('ReserveNow', reserve(4, '2026-05-04T07:59:00Z'), 'Accepted'),
      sent('ReserveNow', reserve(3), null),
      sent('ReserveNow', reserve(2), 'Occupied'),
      sent('ReserveNow', reserve(1), 'Accepted'),
    ]
    expect(standingReservations(commands, now)).toEqual([reserve(1)])
  })

  it('no longer hold one that was taken back, and hold one made again as it was last', () => {
    const commands = [
      sent('CancelReservation', { reservationId: 1 }, 'Rejected'),
      sent('ReserveNow', reserve(1), 'Accepted'),
      sent('ReserveNow', reserve(2, '2026-05-04T10:00:00Z'), 'Accepted'),
      sent('ReserveNow', reserve(2), 'Accepted'),
    ]
    expect(standingReservations(commands, now)).toEqual([reserve(2, '2026-05-04T10:00:00Z')])
  })
})
