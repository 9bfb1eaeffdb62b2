import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { os } from '@orpc/server'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventReader } from './events.ts'

/** What oRPC makes of a live view. */
async function streamed(): Promise<string> {
  const live = os.route({ method: 'GET', path: '/live' }).handler(async function* answer() {
    yield { a: 1 }
    yield { text: 'två\nrader' }
  })
  const handler = new OpenAPIHandler({ live })
  const { response } = await handler.handle(new Request('http://hub/live'))
  return (await response?.text()) ?? ''
}

test('the hub’s events are read wherever the network cuts them', async () => {
  const text = await streamed()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
      const read = eventReader()
      const ends = [...new Set([0, ...cuts, text.length])].toSorted((one, other) => one - other)
      const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
      const messages = pieces.flatMap(read).filter(({ event }) => event === 'message')
      expect(messages.map(({ data }): unknown => JSON.parse(data))).toEqual([
        { a: 1 },
        { text: 'två\nrader' },
      ])
    }),
  )
})

test('an event that isn’t whole yet is waited for, and comments are none', () => {
  const read = eventReader()
  expect(read(': keep-alive\n\n')).toEqual([])
  expect(read('event: message\ndata: {"a"')).toEqual([])
  expect(read(':1}\n')).toEqual([])
  expect(read('\n')).toEqual([{ event: 'message', data: '{"a":1}' }])
})

test('lines may end the other ways that there are, and data may have several', () => {
  expect(eventReader()('data: one\r\ndata: two\r\n\r\n')).toEqual([
    { event: 'message', data: 'one\ntwo' },
  ])
})
