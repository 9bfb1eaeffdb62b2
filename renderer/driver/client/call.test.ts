import { expect, test } from 'vitest'
import { call, type Wire } from './call.ts'
import type { Failure } from './failure.ts'

interface Sent {
  readonly url: string
  readonly body: string
  readonly key: string | null
  readonly token: string | null
}

type Reply = { readonly status: number; readonly body?: unknown; readonly after?: string } | 'lost'

/** A network that answers so, one after the other; the last answer again and again. */
function network(...replies: readonly Reply[]) {
  const sent: Sent[] = []
  const waits: number[] = []
  const wire: Wire = {
    fetch: async (url, init) => {
      const headers = new Headers(init.headers)
      sent.push({
        ...{ url, body: typeof init.body === 'string' ? init.body : '' },
        ...{ key: headers.get('idempotency-key'), token: headers.get('authorization') },
      })
      const reply = replies[Math.min(sent.length, replies.length) - 1] ?? 'lost'
      if (reply === 'lost') throw new TypeError('Failed to fetch')
      const after = reply.after === undefined ? {} : { 'retry-after': reply.after }
      return Response.json(reply.body ?? {}, { status: reply.status, headers: after })
    },
    wait: async (ms) => void waits.push(ms),
  }
  return { wire, sent, waits }
}

const cancel = (wire: Wire, onRetry?: (failure: Failure) => void) =>
  call('cancel', { seenFeeMinor: 0 }, { token: 'secret', key: 'key-1', onRetry }, wire)

test('an act that isn’t answered is sent again, the same under the same key, until it is', async () => {
  const { wire, sent, waits } = network('lost', { status: 502 }, { status: 200, body: { id: '1' } })
  const retried: string[] = []
  expect(await cancel(wire, ({ kind }) => retried.push(kind))).toEqual({
    ...{ ok: true, value: { id: '1' } },
  })
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(sent[0]).toEqual({
    ...{ url: '/api/visit/cancel', body: '{"seenFeeMinor":0}' },
    ...{ key: 'key-1', token: 'Bearer secret' },
  })
  expect([retried, waits]).toEqual([
    ['unreachable', 'unreachable'],
    [500, 1_000],
  ])
})

test('what is never answered is given up on, and may have been done', async () => {
  const { wire, sent, waits } = network('lost')
  expect(await cancel(wire)).toEqual({ ok: false, failure: { kind: 'unreachable' } })
  expect([sent.length, waits]).toEqual([6, [500, 1_000, 2_000, 4_000, 8_000]])
})

test('the hub’s no is taken at its first word, with what could be had instead', async () => {
  const data = { refusals: [{ code: 'taken' }], offers: [] }
  const { wire, sent } = network({ status: 409, body: { code: 'REFUSED', data } })
  expect(await cancel(wire)).toEqual({ ok: false, failure: { kind: 'refused', ...data } })
  expect(sent).toHaveLength(1)
})

test.each([
  ['a link that opens nothing', { status: 404 }, { kind: 'gone' }, 1],
  ['what can’t be read', { status: 400 }, { kind: 'invalid' }, 1],
  ['another 409 than a refusal', { status: 409 }, { kind: 'invalid' }, 1],
  ['a bug', { status: 500 }, { kind: 'broken' }, 1],
  ['a full disk', { status: 503, body: { code: 'NOT_WRITABLE' } }, { kind: 'notWritable' }, 6],
  ['a proxy without a hub', { status: 503 }, { kind: 'unreachable' }, 6],
  ['too many, for long', { status: 429, after: '60' }, { kind: 'tooMany', waitMs: 60_000 }, 1],
] as const)('%s', async (_what, reply, failure, tries) => {
  const { wire, sent } = network(reply)
  expect(await cancel(wire)).toEqual({ ok: false, failure })
  expect(sent).toHaveLength(tries)
})

test('too many for a moment is waited for as long as the hub asks', async () => {
  const { wire, waits } = network({ status: 429, after: '3' }, { status: 200 })
  expect(await cancel(wire)).toMatchObject({ ok: true })
  expect(waits).toEqual([3_000])
})

test('a page of somebody else’s, as of a network that wants a login, is no answer', async () => {
  const wire: Wire = {
    fetch: async () => new Response('<html>Welcome to the café</html>'),
    wait: async () => undefined,
  }
  expect(await cancel(wire)).toEqual({ ok: false, failure: { kind: 'unreachable' } })
})

test('what only asks goes without a key, and once nobody waits any more it isn’t sent again', async () => {
  const leaving = new AbortController()
  const { wire, sent } = network('lost')
  const quick: Wire = { ...wire, wait: async () => leaving.abort() }
  await call('checkChange', {}, { token: 't', key: 'key', signal: leaving.signal }, quick)
  expect(sent.map(({ key }) => key)).toEqual([null, null])
})
