import { z } from 'zod'
import { MINUTE, type Instant } from '../../time/instant.ts'
import { instant } from '../../time/instant-schema.ts'
import type { Command, CommandAction } from '../command/command.ts'
import type { ConnectorStatus } from '../connector/connector.ts'
import { id } from '../id/id.ts'
import type { Transaction } from '../transaction/transaction.ts'

/** How a car is let go that is stuck, the gentlest first: each only where the one before did not help. */
export const releaseStep = z.enum(['stop', 'unlock', 'softReset', 'hardReset'])
export type ReleaseStep = z.infer<typeof releaseStep>

/**
 * How a step went: `untried`; `needless` nothing runs that could be stopped; `waiting` for the charger's answer;
 * `worked`; `failed` it said no, or nothing.
 */
export const rungState = z.enum(['untried', 'needless', 'waiting', 'worked', 'failed'])

export const ladderRung = z.object({
  step: releaseStep,
  state: rungState,
  commandId: id.nullable(),
  answer: z.string().nullable().describe('The charger’s own word, or why there is none'),
  at: instant.nullable(),
})
export type LadderRung = z.infer<typeof ladderRung>

/** What was tried to let a car go, and what to try next. */
export const releaseLadder = z.object({
  rungs: z.array(ladderRung),
  next: releaseStep.nullable().describe('Null when it is free, or there is something to wait for'),
  isFree: z.boolean().describe('Nothing is plugged in any more'),
  isUnlocked: z.boolean().describe('The plug can be pulled'),
})
export type ReleaseLadder = z.infer<typeof releaseLadder>

/** What the rule looks at. */
export interface LadderFacts {
  /** The station's, in any order. */
  readonly commands: readonly Command[]
  readonly connectorId: number
  readonly status: ConnectorStatus
  /** The last of the car that stands there; null when it has begun none. */
  readonly transaction: Pick<Transaction, 'ocppTransactionId' | 'state'> | null
  /** When that car came; null when nobody knows. */
  readonly arrivedAt: Instant | null
  readonly now: Instant
}

/** What was tried longer ago was for another trouble. */
const TRIED_WITHIN_MS = 30 * MINUTE

/** Since when a step counts for the car that stands there. */
export function triedSince({ arrivedAt, now }: Pick<LadderFacts, 'arrivedAt' | 'now'>): Instant {
  // A charger's clock may be ahead.
  const came = arrivedAt === null || arrivedAt > now ? 0 : arrivedAt
  return Math.max(now - TRIED_WITHIN_MS, came)
}

const ACTIONS: Record<ReleaseStep, CommandAction> = {
  stop: 'RemoteStopTransaction',
  unlock: 'UnlockConnector',
  softReset: 'Reset',
  hardReset: 'Reset',
}

/** A charger's words for yes: OCPP 1.6 §7.31 RemoteStartStopStatus, §7.47 UnlockStatus, §7.34 ResetStatus. */
const YES: ReadonlySet<string> = new Set(['Accepted', 'Unlocked'])

const FREE: ReadonlySet<ConnectorStatus> = new Set(['Available', 'Reserved'])

/** The ladder as it stands: what was tried and answered, and what to try next. */
export function releaseLadderOf(facts: LadderFacts): ReleaseLadder {
  const isFree = FREE.has(facts.status)
  const rungs = releaseStep.options.map((step) => rungOf(step, facts))
  const isUnlocked = rungs.some(({ step, state }) => step === 'unlock' && state === 'worked')
  const isWaiting = rungs.some(({ state }) => state === 'waiting')
  const next = rungs.find(({ state }) => state === 'untried')?.step ?? null
  return { rungs, next: isFree || isWaiting ? null : next, isFree, isUnlocked }
}

function rungOf(step: ReleaseStep, facts: LadderFacts): LadderRung {
  const { commands, transaction } = facts
  const since = triedSince(facts)
  const last = commands
    .filter((command) => command.requestedAt >= since && isOfStep(command, step, facts))
    .toSorted((one, other) => other.requestedAt - one.requestedAt)[0]
  if (last === undefined) {
    const state = step === 'stop' && transaction?.state !== 'active' ? 'needless' : 'untried'
    return { step, state, commandId: null, answer: null, at: null }
  }
  const answer = wordOf(last)
  const state =
    last.state === 'answered'
      ? YES.has(answer ?? '')
        ? 'worked'
        : 'failed'
      : last.state === 'failed'
        ? 'failed'
        : 'waiting'
  return { step, state, commandId: last.id, answer, at: last.endedAt ?? last.requestedAt }
}

function isOfStep(
  { action, payload }: Command,
  step: ReleaseStep,
  { connectorId, transaction }: LadderFacts,
): boolean {
  if (action !== ACTIONS[step]) return false
  switch (step) {
    case 'stop':
      return payload['transactionId'] === transaction?.ocppTransactionId
    case 'unlock':
      return payload['connectorId'] === connectorId
    case 'softReset':
      return payload['type'] === 'Soft'
    case 'hardReset':
      return payload['type'] === 'Hard'
  }
}

/** The charger's own word in its answer; why there is none where it gave none. */
function wordOf({ answer, failure }: Command): string | null {
  const told = z.looseObject({ status: z.string() }).safeParse(answer)
  return told.success ? told.data.status : failure
}
