import { setTimeout as pause } from 'node:timers/promises'
import { endpointOf, route } from '../endpoint/endpoints.ts'
import { include } from '../endpoint/include.ts'
import { catchUp, sceneOf } from '../engine.ts'
import type { Engine } from '../engine.ts'
import type { Fault } from '../fault/fault.ts'
import { readParams } from '../schema/params.ts'
import type { Requests } from '../schema/roots.ts'
import type { Scene } from '../world/scene.ts'
import { assertAnswer, BROKEN, errorAnswer, objectAnswer, onWire } from './answer.ts'
import type { Answer } from './answer.ts'
import { expand } from './expand.ts'
import { readForm, spellForm } from './form.ts'
import type { FormFields } from './form.ts'
import { inUse, keptAnswer } from './idempotency.ts'
import { checkRight, readKey } from './key.ts'
import type { WireOutcome, WireRequest } from './message.ts'
import { Refused } from './refused.ts'

/** A request to the API whose key and endpoint are known. */
type Call<Name extends keyof Requests = keyof Requests> = {
  name: Name
  id: string
  form: FormFields
  scene: Scene
  requestId: string
  idempotencyKey: string | null
  fault: Fault | null
}

/**
 * Answers a request to the API, or loses it as a fault says.
 * @throws when the double itself is wrong
 */
export async function serve(engine: Engine, request: WireRequest): Promise<WireOutcome> {
  const requestId = engine.newId('req')
  catchUp(engine)
  try {
    const call = readCall(engine, request, requestId)
    const lost = lostLine(call.fault, 'before')
    if (lost !== null) return lost
    const outcome = await answerCall(engine, call)
    return lostLine(call.fault, 'after') ?? outcome
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return onWire(errorAnswer(error.status, error.error), requestId)
  }
}

function readCall(engine: Engine, request: WireRequest, requestId: string): Call {
  const { method, path, headers, body } = request
  const { key, grant, livemode } = readKey(engine.keys, headers['authorization'])
  const [pathname = '', query = ''] = path.split('?')
  const found = route(method, pathname)
  if (found === null) {
    throw new Refused(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${method}: ${pathname}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    })
  }
  const { right, testOnly } = endpointOf(found.name)
  checkRight({ key, grant }, right, engine.account.id)
  if (testOnly === true && livemode) {
    throw new Refused(400, {
      type: 'invalid_request_error',
      message: 'This endpoint is only available in test mode.',
    })
  }
  // Only what changes something is remembered by a key.
  const idempotencyKey = method === 'POST' ? (headers['idempotency-key'] ?? null) : null
  const fault = engine.faults.take({ endpoint: found.name, id: found.id, idempotencyKey })
  return {
    ...found,
    form: readForm(method === 'POST' ? body : query),
    scene: sceneOf(engine, livemode, { requestId, idempotencyKey }),
    requestId,
    idempotencyKey,
    fault,
  }
}

function lostLine(fault: Fault | null, when: 'after' | 'before'): WireOutcome | null {
  if (fault?.kind === 'timeout' && fault.when === when) return { kind: 'silence' }
  if (fault?.kind === 'reset' && fault.when === when) return { kind: 'reset' }
  return null
}

async function answerCall(engine: Engine, call: Call): Promise<WireOutcome> {
  const { scene, requestId, idempotencyKey: key, fault } = call
  if (fault?.kind === 'rate-limit') throw tooMany()
  if (fault?.kind === 'conflict') throw inUse(key ?? requestId)
  const inFlight = engine.inFlight[scene.world.livemode ? 'live' : 'test']
  const form = spellForm(call.form)
  const first = { endpoint: exactly(call), form }
  const echoed: Record<string, string> = key === null ? {} : { 'idempotency-key': key }
  if (key !== null) {
    const kept = keptAnswer(scene.world, inFlight, key, first, scene.now)
    if (kept !== null) {
      const replayed = { 'idempotent-replayed': 'true', 'original-request': kept.requestId }
      return onWire(kept, requestId, { ...echoed, ...replayed })
    }
    inFlight.add(key)
  }
  try {
    const params = readParams(call.name, call.form)
    if (fault?.kind === 'slow') await pause(fault.ms)
    const answer = executed(call, params)
    if (key !== null) scene.world.kept[key] = { ...first, ...answer, requestId, at: scene.now }
    if (!call.name.startsWith('GET')) engine.store?.save(engine.account)
    return onWire(answer, requestId, echoed)
  } finally {
    if (key !== null) inFlight.delete(key)
  }
}

/** From here on the answer is kept under the key, whatever it is. */
function executed<Name extends keyof Requests>(
  { name, id, form, scene, fault }: Call<Name>,
  params: Requests[Name],
): Answer {
  if (fault?.kind === 'error' && fault.when === 'before') return BROKEN
  try {
    const result = structuredClone(run(name, scene, params, id, fault))
    assertAnswer(result)
    expand(scene, result, expandPaths(form), include)
    if (fault?.kind === 'error') return BROKEN
    return objectAnswer(result)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return errorAnswer(error.status, error.error)
  }
}

/** A decline on demand is for this request alone. */
function run<Name extends keyof Requests>(
  name: Name,
  scene: Scene,
  params: Requests[Name],
  id: string,
  fault: Fault | null,
): object {
  const { world } = scene
  const { nextDecline } = world
  if (fault?.kind !== 'decline') return endpointOf(name).run(scene, params, id)
  world.nextDecline = fault.code
  try {
    return endpointOf(name).run(scene, params, id)
  } finally {
    world.nextDecline = nextDecline
  }
}

function expandPaths({ expand: asked }: FormFields): string[] {
  return typeof asked === 'object' ? Object.values(asked).map(String) : []
}

function exactly({ name, id }: Call): string {
  return name.replace(':id', id)
}

function tooMany(): Refused {
  return new Refused(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
    message:
      'Request rate limit exceeded. Learn more about rate limits here: https://stripe.com/docs/rate-limits.',
  })
}
