import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aMessage } from './wire-log-fixture.ts'
import { csvCell, exchangeText, prettyFrame, toCsv, toJsonLines } from './wire-log-text.ts'

const message = aMessage(1, {
  chargePointId: '=cmd()',
  at: Date.UTC(2026, 10, 22),
  request: '[2,"m1","Heartbeat",{}]',
  response: null,
  outcome: 'pending',
  notes: ['a', 'b'],
})

describe('the wire log as text', () => {
  it('lays JSON out and leaves anything else as it came', () => {
    expect(prettyFrame('[2,"a"]')).toBe('[\n  2,\n  "a"\n]')
    expect(prettyFrame('[2,"a')).toBe('[2,"a')
  })

  it('writes one line of JSON an exchange', () => {
    const lines = toJsonLines([message, message]).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { ...message, at: '2026-11-22T00:00:00.000Z' },
      { ...message, at: '2026-11-22T00:00:00.000Z' },
    ])
  })

  it('writes CSV that no spreadsheet takes for a formula', () => {
    const [, row] = toCsv([message]).split('\r\n')
    expect(row).toContain(",'=cmd(),in,Heartbeat,pending,")
    expect(row).toContain('"[2,""m1"",""Heartbeat"",{}]"')
  })

  it('never lets a cell begin with a sign that starts a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        expect(csvCell(sign + rest).replace(/^"/, '')[0]).toBe("'")
      }),
    )
  })

  it('copies an exchange without an empty line for the answer that has not come', () => {
    expect(exchangeText(message)).toBe(
      '2026-11-22T00:00:00.000Z =cmd() in Heartbeat pending\n[2,"m1","Heartbeat",{}]',
    )
  })
})
