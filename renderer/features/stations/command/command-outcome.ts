import { z } from 'zod'
import type {
  Command,
  CommandAction,
  CommandFailure,
} from '../../../../shared/domain/command/command.ts'

/** The answers of OCPP 1.6 §6 and §7 that each command may get. GetConfiguration answers with keys instead. */
export const answerStatuses = {
  RemoteStartTransaction: ['Accepted', 'Rejected'],
  RemoteStopTransaction: ['Accepted', 'Rejected'],
  Reset: ['Accepted', 'Rejected'],
  UnlockConnector: ['Unlocked', 'UnlockFailed', 'NotSupported'],
  ChangeAvailability: ['Accepted', 'Rejected', 'Scheduled'],
  ChangeConfiguration: ['Accepted', 'Rejected', 'RebootRequired', 'NotSupported'],
  ClearCache: ['Accepted', 'Rejected'],
  TriggerMessage: ['Accepted', 'Rejected', 'NotImplemented'],
  DataTransfer: ['Accepted', 'Rejected', 'UnknownMessageId', 'UnknownVendorId'],
  ReserveNow: ['Accepted', 'Faulted', 'Occupied', 'Rejected', 'Unavailable'],
  CancelReservation: ['Accepted', 'Rejected'],
  SetChargingProfile: ['Accepted', 'Rejected', 'NotSupported'],
  ClearChargingProfile: ['Accepted', 'Unknown'],
  GetCompositeSchedule: ['Accepted', 'Rejected'],
} as const satisfies Partial<Record<CommandAction, readonly string[]>>

export type AnsweredAction = keyof typeof answerStatuses
type StatusOf<A extends AnsweredAction> = (typeof answerStatuses)[A][number]

/** A status together with the action whose words explain it. */
export type KnownAnswer = { [A in AnsweredAction]: `${A}.${StatusOf<A>}` }[AnsweredAction]

/** How a command stands, ready to be put in words. `tone` is what the look of it must say at a glance. */
export type CommandOutcome =
  | { kind: 'waiting'; tone: 'waiting'; step: 'requested' | 'sent' }
  | { kind: 'answer'; tone: 'good' | 'caution' | 'bad'; answer: KnownAnswer }
  | { kind: 'configuration'; tone: 'good'; keys: number; unknownKeys: string[] }
  | { kind: 'unclear'; tone: 'caution'; said: string }
  | { kind: 'callError'; tone: 'bad'; errorCode: string; description: string }
  | { kind: 'failed'; tone: 'bad'; failure: Exclude<CommandFailure, 'callError'> }

const agreeing = new Set(['Accepted', 'Unlocked'])
const conditional = new Set(['Scheduled', 'RebootRequired'])

const statusAnswer = z.object({ status: z.string() })
const keysAnswer = z.object({
  configurationKey: z.array(z.unknown()).optional(),
  unknownKey: z.array(z.string()).optional(),
})
/** A CALLERROR, kept either as the frame it was (OCPP-J 1.6 §4.2.3) or as its fields. */
const callErrorFrame = z.tuple([z.literal(4), z.string(), z.string(), z.string()]).rest(z.unknown())
const callErrorFields = z.object({
  errorCode: z.string().optional(),
  code: z.string().optional(),
  errorDescription: z.string().optional(),
  description: z.string().optional(),
})

/** How a command stands, from its row alone. What the charger said is taken as data, never trusted. */
export function commandOutcome(
  command: Pick<Command, 'action' | 'state' | 'answer' | 'failure'>,
): CommandOutcome {
  if (command.state === 'requested' || command.state === 'sent') {
    return { kind: 'waiting', tone: 'waiting', step: command.state }
  }
  if (command.state === 'failed') return failed(command.failure ?? 'badAnswer', command.answer)
  if (command.action === 'GetConfiguration') return configuration(command.answer)
  return answered(command.action, command.answer)
}

function answered(action: AnsweredAction, answer: unknown): CommandOutcome {
  const parsed = statusAnswer.safeParse(answer)
  if (!parsed.success)
    return { kind: 'unclear', tone: 'caution', said: JSON.stringify(answer) ?? '' }
  const { status } = parsed.data
  const known = knownAnswer(action, status)
  if (known === null) return { kind: 'unclear', tone: 'caution', said: status }
  const tone = agreeing.has(status) ? 'good' : conditional.has(status) ? 'caution' : 'bad'
  return { kind: 'answer', tone, answer: known }
}

const knownAnswers = new Map<string, KnownAnswer>(
  Object.entries(answerStatuses).flatMap(([action, statuses]) =>
    statuses.map((status): [string, KnownAnswer] => {
      const key = `${action}.${status}`
      // Object.entries forgets that the key and its statuses belong together.
      return [key, key as KnownAnswer]
    }),
  ),
)

function knownAnswer(action: AnsweredAction, status: string): KnownAnswer | null {
  return knownAnswers.get(`${action}.${status}`) ?? null
}

function configuration(answer: unknown): CommandOutcome {
  const parsed = keysAnswer.safeParse(answer)
  if (!parsed.success)
    return { kind: 'unclear', tone: 'caution', said: JSON.stringify(answer) ?? '' }
  const { configurationKey = [], unknownKey = [] } = parsed.data
  return {
    kind: 'configuration',
    tone: 'good',
    keys: configurationKey.length,
    unknownKeys: unknownKey,
  }
}

function failed(failure: CommandFailure, answer: unknown): CommandOutcome {
  if (failure !== 'callError') return { kind: 'failed', tone: 'bad', failure }
  const frame = callErrorFrame.safeParse(answer)
  if (frame.success) {
    return { kind: 'callError', tone: 'bad', errorCode: frame.data[2], description: frame.data[3] }
  }
  const fields = callErrorFields.safeParse(answer)
  const told = fields.success ? fields.data : {}
  return {
    kind: 'callError',
    tone: 'bad',
    errorCode: told.errorCode ?? told.code ?? '',
    description: told.errorDescription ?? told.description ?? '',
  }
}
