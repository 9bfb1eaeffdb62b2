import { parseArgs } from 'node:util'
import { dealtOf } from '../day/compare.ts'
import type { Dealt } from '../day/compare.ts'
import { liveThrough } from '../day/live-through.ts'
import type { Lived } from '../day/live-through.ts'
import { dayOf } from '../day/scenario.ts'
import { MINUTE } from '../../shared/time/instant.ts'

/**
 * A simulated day, lived through without control and with the hub's, and what other rules make of the same cars. The environment variable DAY holds flags, such as
 * `DAY="--drive hub --speed 120 --hours 8" npm run bench -- day --json`.
 */
const { values } = parseArgs({
  args: (process.env['DAY'] ?? '').split(' ').filter((flag) => flag !== ''),
  options: {
    drive: { type: 'string', default: 'both' },
    speed: { type: 'string', default: '60' },
    hours: { type: 'string', default: '8' },
    stations: { type: 'string', default: '100' },
    cars: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'an ordinary day' },
    ignoring: { type: 'string', default: '0' },
    sleepy: { type: 'string', default: '0' },
    full: { type: 'string', default: '0.3' },
    'no-temporary-limit': { type: 'boolean', default: false },
  },
})
const AFTERNOON = Date.UTC(2026, 5, 3, 13) // 15:00 in Stockholm
const day = dayOf({
  seed: values.seed,
  from: AFTERNOON,
  hours: Number(values.hours),
  stations: Number(values.stations),
  cars: Number(values.cars),
  ignoring: Number(values.ignoring),
  sleepyShare: Number(values.sleepy),
  fullShare: Number(values.full),
})
const drives = values.drive === 'both' ? ['none', 'hub'] : [values.drive]
const isJson = process.argv.includes('--json')

for (const drive of drives) {
  const lived = await liveThrough(day, {
    speed: Number(values.speed),
    isControlled: drive === 'hub',
    tellsTemporaryLimit: !values['no-temporary-limit'],
    progress: (words) => process.stderr.write(`${drive}: ${words}\n`),
  })
  process.stdout.write(isJson ? `${json(drive, lived)}\n` : inWords(drive, lived))
}

if (!isJson) process.stdout.write('the same cars, dealt with by\n')
for (const dealt of dealtOf(day, !values['no-temporary-limit']))
  process.stdout.write(isJson ? `${JSON.stringify({ drive: dealt.by, ...dealt })}\n` : row(dealt))

function row({ by, met, of, deliveredWh, deliveredShare }: Dealt): string {
  const kWh = Math.round(deliveredWh / 1_000)
  return `  ${by.padEnd(17)} ${met} of ${of} get all, ${kWh} kWh, ${(deliveredShare * 100).toFixed(1)} %\n`
}

function json(drive: string, { ledger: _, ...figures }: Lived): string {
  return JSON.stringify({ drive, ...figures })
}

function inWords(drive: string, { loaded, kept, commands, troubles, ...rest }: Lived): string {
  const { accepted, refused, kept: held, couldNot, noShows, broken, named } = kept
  return [
    `driven by ${drive}: ${rest.wallS} s`,
    ...loaded.map(
      ({ what, most, limit, unit, minutesOver, longestOverS, worstShare }) =>
        `  ${what.padEnd(9)} at most ${most} ${unit} of ${limit}; over its limit ${minutesOver} min, ${longestOverS} s at a stretch, up to ${worstShare} times`,
    ),
    `  promises: ${accepted} accepted, ${refused} refused; ${held} kept, ${couldNot} could not be, ${noShows} did not come`,
    `  broken: ${broken.length}, of which ${named} named beforehand`,
    ...broken.map(
      ({ plate, conduct, isFilled, bookedWh, deliveredWh, namedBeforeMs }) =>
        `    ${plate} (${conduct}${isFilled ? ', filled up' : ''}): ${deliveredWh} of ${bookedWh} Wh, ${namedBeforeMs === null ? 'not named' : `named ${Math.round(namedBeforeMs / MINUTE)} min before`}`,
    ),
    `  energy: ${Math.round(rest.deliveredWh / 1_000)} kWh`,
    ...Object.entries(commands).map(([what, count]) => `  ${what}: ${count}`),
    ...troubles.slice(0, 20).map((what) => `  trouble: ${what}`),
    '',
  ].join('\n')
}
