import { expect, test } from 'vitest'
import { sum, tallyOf, tallyPlaywright, tallyVitest } from './tally.mjs'

test('a file that could not be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}] },
    ],
  }
  expect(tallyVitest(report)).toEqual({ passed: 7, failed: 2 })
})

test('a test that passed only when repeated, and an error outside any test, count as failures', () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] }
  expect(tallyPlaywright(report)).toEqual({ passed: 5, failed: 3 })
})

test('a report that is missing counts as a failure', () => {
  expect(tallyOf('/nowhere/report.json', tallyVitest)).toEqual({ passed: 0, failed: 1 })
})

test('the closing line sums all runners', () => {
  expect(
    sum([
      { passed: 3, failed: 1 },
      { passed: 4, failed: 0 },
    ]),
  ).toEqual({ passed: 7, failed: 1 })
})
