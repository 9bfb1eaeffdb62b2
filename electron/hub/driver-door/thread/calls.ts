import type { DoorLimits } from '../limits.ts'
import type { DoorCall, KnownCall } from '../messages.ts'
import { readBody } from './body.ts'
import { AT_ONCE_MS, type Gate } from './gate.ts'
import type { Asked, HubLink, LiveAnswer, WholeAnswer } from './hub-link.ts'
import { judgeCall, type Law, shownKey, shownToken } from './judge.ts'
import { sendLive } from './live.ts'
import { type Refusal, refusals, tooFast } from './refusals.ts'
import { send, type Visitor } from './visitor.ts'

/** What calls are answered with. */
export interface CallParts {
  readonly calls: ReadonlyMap<string, KnownCall>
  readonly law: Law
  readonly gate: Gate
  readonly link: HubLink
  readonly limits: Pick<DoorLimits, 'bodyBytes' | 'pulseMs'>
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** Answers a call of the contract. What is refused is returned, for the caller to say. */
export async function answerCall(
  visitor: Visitor,
  path: string,
  parts: CallParts,
): Promise<Refusal | null> {
  const { request, response, counted } = visitor
  const { law, gate, limits } = parts
  const known = parts.calls.get(`${request.method} ${path}`)
  if (known === undefined) return refusals.notFound
  const wrong = judgeCall(request, visitor.client, law)
  if (wrong !== null) return wrong
  const idempotencyKey = shownKey(request)
  if (idempotencyKey === undefined) return refusals.badKey
  const token = shownToken(request)
  const showsSome = request.headers.authorization !== undefined
  const waitMs =
    (showsSome ? gate.mayShowToken(counted) : 0) || gate.mayCall(known.kind, counted, token)
  if (waitMs > 0) return tooFast(waitMs)
  const body = known.method === 'POST' ? await readBody(request, response, limits.bodyBytes) : ''
  if (body === null) return refusals.tooLarge
  const call = { ...{ method: known.method, path, body, token }, idempotencyKey }
  if (known.kind === 'live') return answerLive(visitor, call, parts)
  const told = await askWhole(visitor, parts, call, known.kind)
  if (!('kind' in told)) return told
  if (showsSome && isNoVisit(told))
    gate.wrongToken(counted, token ?? request.headers.authorization ?? '')
  send(visitor, told.status, JSON_TYPE, told.body)
  return null
}

/** Asks the hub for a whole answer, among no more at once than may be. */
export async function askWhole(
  visitor: Visitor,
  parts: Pick<CallParts, 'gate' | 'link'>,
  call: Omit<DoorCall, 'address'>,
  kind: KnownCall['kind'],
): Promise<WholeAnswer | Refusal> {
  const { address } = visitor
  const told = await askAmong(visitor, parts.gate, kind, () =>
    parts.link.call({ ...call, address }),
  )
  if ('status' in told) return told
  return told.answer.kind === 'whole' ? told.answer : refusals.failed
}

/** Asks the hub, among no more at once than may be; it is told when the phone leaves. */
export async function askAmong<Answer>(
  { response, counted }: Visitor,
  gate: Gate,
  kind: KnownCall['kind'],
  ask: () => Asked<Answer>,
): Promise<{ readonly answer: Answer } | Refusal> {
  const begun = gate.beginCall(counted, kind)
  if (typeof begun === 'string') return begun === 'busy' ? refusals.busy : tooFast(AT_ONCE_MS)
  const asked = ask()
  response.once('close', asked.leave)
  try {
    return { answer: await asked.answer }
  } finally {
    response.off('close', asked.leave)
    begun.leave()
  }
}

async function answerLive(
  visitor: Visitor,
  call: Omit<DoorCall, 'address'>,
  { gate, link, limits }: CallParts,
): Promise<Refusal | null> {
  const { response, counted, address, isSecure, request } = visitor
  const begun = gate.beginStream(counted, call.token, () => response.destroy())
  if (typeof begun === 'string') return begun === 'busy' ? refusals.busy : tooFast(AT_ONCE_MS)
  const asked: Asked<WholeAnswer | LiveAnswer> = link.call({ ...call, address })
  response.once('close', asked.leave)
  try {
    const told = await asked.answer
    if (told.kind === 'live') await sendLive(response, told, { isSecure, pulseMs: limits.pulseMs })
    else {
      if (request.headers.authorization !== undefined && isNoVisit(told))
        gate.wrongToken(counted, call.token ?? request.headers.authorization)
      send(visitor, told.status, JSON_TYPE, told.body)
    }
    return null
  } finally {
    response.off('close', asked.leave)
    asked.leave()
    begun.leave()
  }
}

/** Whether the link that was shown opens nothing. */
function isNoVisit({ status, body }: WholeAnswer): boolean {
  return status === 404 && body.includes('"NO_SUCH_VISIT"')
}
