import { createHash } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { Store, Unit } from '../../store/store.ts'
import type { Acting } from './parts.ts'

/** Whose call it is, and what makes it the same call again. A key is its actor's alone. */
type OnceBy = Pick<Acting, 'actor' | 'idempotencyKey'>

/**
 * Runs a unit of work for a caller, and only once for each Idempotency-Key: the answer is kept in the same
 * transaction, and given again when the same call comes again.
 * @param call the name of the call, `noun.verb`
 * @param input what was asked; another under the same key is refused with `IDEMPOTENCY_KEY_REUSED`
 */
export function workOnce<T>(
  store: Store,
  { actor, idempotencyKey }: OnceBy,
  call: string,
  input: unknown,
  unit: Unit<T>,
): Promise<T> {
  if (idempotencyKey === undefined) return store.work(actor, unit)
  const id = `${actor} ${idempotencyKey}`
  const question = digestOf(call, input)
  return store.work(actor, (tx) => {
    const known = tx.get('answeredCall', id)
    if (known !== undefined) {
      if (known.question !== question) throw keyReused()
      return known.answer as T // kept by this very function for this very question
    }
    const answer = unit(tx)
    tx.insert('answeredCall', { id, actor, question, answer, at: tx.now })
    return answer
  })
}

/**
 * As `workOnce`, for work of several units that does nothing twice by itself: its answer is kept after the last of
 * them, and given again when the same call comes again.
 */
export async function runOnce<T>(
  store: Store,
  { actor, idempotencyKey }: OnceBy,
  call: string,
  input: unknown,
  run: () => Promise<T>,
): Promise<T> {
  if (idempotencyKey === undefined) return run()
  const id = `${actor} ${idempotencyKey}`
  const question = digestOf(call, input)
  const known = await store.reads.get('answeredCall', id)
  if (known !== undefined) {
    if (known.question !== question) throw keyReused()
    return known.answer as T // kept by this very function for this very question
  }
  const answer = await run()
  await store.work(actor, (tx) =>
    tx.insertOrIgnore('answeredCall', { id, actor, question, answer, at: tx.now }),
  )
  return answer
}

/** What was asked, so that another question under the same key is noticed. */
function digestOf(call: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([call, input]))
    .digest('base64')
}

function keyReused(): ORPCError<'IDEMPOTENCY_KEY_REUSED', undefined> {
  return new ORPCError('IDEMPOTENCY_KEY_REUSED', {
    status: 422,
    message:
      'That Idempotency-Key came with another question before. Send a new key with this one.',
  })
}
