import { expect, test } from 'vitest'
import { reportSpec } from '../../../shared/domain/report/spec.ts'
import { reportJobs } from './jobs.ts'
import { ReportCancelled, ReportFailed, type Listening, type ReportReader } from './reader.ts'

const spec = reportSpec.parse({ kind: 'vat', period: { is: 'ago', unit: 'month', ago: 1 } })
const wish = (id: string) => ({ id, spec, path: `/exports/${id}.csv`, startedBy: 'desk' })

/** A reader whose files are written when a test says so. */
function slowReader() {
  const asked: { answer: PromiseWithResolvers<unknown>; listening: Listening | undefined }[] = []
  const ask = (_task: string, _asked: object, listening?: Listening) => {
    const answer = Promise.withResolvers<unknown>()
    listening?.signal?.addEventListener('abort', () => answer.reject(new ReportCancelled('gone')))
    asked.push({ answer, listening })
    return answer.promise
  }
  // As the jobs ask it: for files alone.
  return { asked, reader: { ask: ask as ReportReader['ask'] } }
}
const turns = () => new Promise((resolve) => setImmediate(resolve))

test('two files are written at a time, and the others wait for their turn', async () => {
  const { asked, reader } = slowReader()
  const jobs = reportJobs(reader, () => 7)
  for (const id of ['a', 'b', 'c']) jobs.begin(wish(id))
  expect(['a', 'b', 'c'].map((id) => jobs.get(id)?.state)).toEqual([
    'running',
    'running',
    'waiting',
  ])
  asked[0]?.answer.resolve({ rows: 3, bytes: 90 })
  await turns()
  expect(jobs.get('a')).toMatchObject({ state: 'done', rows: 3, ofRows: 3, bytes: 90, endedAt: 7 })
  expect(jobs.get('c')?.state).toBe('running')
})

test('when many wait no more are begun', () => {
  const { reader } = slowReader()
  const jobs = reportJobs(reader, () => 7)
  let begun = 0
  while (jobs.hasRoom()) jobs.begin(wish(String((begun += 1))))
  expect(begun).toBe(10)
})

test('one that waits is cancelled at once, one that runs when it has taken its file away', async () => {
  const { reader } = slowReader()
  const jobs = reportJobs(reader, () => 7)
  for (const id of ['a', 'b', 'c']) jobs.begin(wish(id))
  expect(jobs.cancel('c')?.state).toBe('cancelled')
  expect(jobs.cancel('a')?.state).toBe('running')
  await turns()
  expect(jobs.get('a')?.state).toBe('cancelled')
  expect(jobs.cancel('nobody')).toBeUndefined()
})

test('whoever follows is told each step, and at last how it ended', async () => {
  const { asked, reader } = slowReader()
  const jobs = reportJobs(reader, () => 7)
  jobs.begin(wish('a'))
  const told: string[] = []
  const following = (async () => {
    for await (const { state, rows, ofRows } of jobs.follow('a', undefined))
      told.push(`${state} ${rows}/${ofRows}`)
  })()
  await turns()
  asked[0]?.listening?.progress?.({ rows: 5, ofRows: 9, bytes: 1 })
  await turns()
  asked[0]?.answer.reject(new ReportFailed('diskFull', 'no space left on device'))
  await following
  expect(told).toEqual(['running 0/null', 'running 5/9', 'failed 5/9'])
  expect(jobs.get('a')).toMatchObject({ failure: 'diskFull', detail: 'no space left on device' })
})

test('the latest that are over are remembered, those that run always', async () => {
  const { asked, reader } = slowReader()
  const jobs = reportJobs(reader, () => 7)
  jobs.begin(wish('runs'))
  for (let number = 1; number <= 30; number += 1) {
    jobs.begin(wish(`over ${number}`))
    asked.at(-1)?.answer.resolve({ rows: 0, bytes: 0 })
    await turns()
  }
  expect(jobs.list()).toHaveLength(20)
  expect(jobs.list()[0]?.id).toBe('over 30')
  expect(jobs.get('runs')?.state).toBe('running')
})
