import { z } from 'zod'
import type { Command } from '../command/command.ts'
import type { WalkUpFailure } from './walk-up.ts'

const answered = z.looseObject({ status: z.string() })

/**
 * What a RemoteStartTransaction that has ended means: null where the charger said yes. Who was out of touch, or was
 * asked by a hub that ended meanwhile, is asked again; a charger that has begun already tells of it by its
 * StartTransaction, whatever becomes of that.
 */
export function startFailure({
  state,
  answer,
  failure,
}: Pick<Command, 'state' | 'answer' | 'failure'>): WalkUpFailure | null {
  if (state === 'answered') {
    const told = answered.safeParse(answer)
    return told.success && told.data.status === 'Accepted' ? null : 'chargerRefused'
  }
  switch (failure) {
    case 'timeout':
      return 'chargerSilent'
    case 'queueFull':
      return 'chargerBusy'
    case 'callError':
    case 'badAnswer':
    case 'withdrawn':
      return 'chargerFailed'
    default:
      return 'chargerOffline'
  }
}
