import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { z } from 'zod'
import { BUILT_HUB, startHubProcess } from '../fixtures/hub-process.ts'
import { scriptBytes, usableMs } from './driver/throttled-phone.ts'
import type { Figure } from './figure/figure.ts'
import { median } from './figure/quantile.ts'
import { progress, report } from './figure/report.ts'

/**
 * How long a phone on a slow line takes until the driver's page can be used, at its first visit: a fresh browser, 150 ms to
 * and fro, 1.6 Mbit/s down, a processor a quarter as fast (what Lighthouse calls a slow 4G phone). Beside it a page with
 * nothing but a heading and a button, taken in turns on the same line.
 */
const ROUNDS = 7
const STATIONS = 12
const BUDGET_MS = 1_000
const BUDGET_BYTES = 100_000
const bench = 'driver'

const opened = z.object({ state: z.object({ urls: z.array(z.string()).min(1) }) })
const added = z.object({ station: z.object({ id: z.string() }) })
const made = z.object({ tariff: z.object({ id: z.string() }) })

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const executablePath = process.env['BROWSER_BIN']
  if (executablePath === undefined) throw new Error('There is no browser to look with.')
  const dataDir = await mkdtemp(join(tmpdir(), 'laddplan-driver-'))
  const hub = await startHubProcess({ dataDir, file: BUILT_HUB })
  const bare = await barePage()
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const siteUrl = await openSite(hub.rest)
    const line = await standInLine(siteUrl)
    const figures: Figure[] = [
      await figureOf(browser, 'the site’s page can be used', siteUrl, bare.url),
      await figureOf(browser, 'a visit’s page can be used', line, bare.url),
      {
        ...{ bench, figure: 'script of the page, compressed', unit: 'B', baseline: null },
        value: await scriptBytes(browser, siteUrl),
        budget: { of: 'value', is: '<=', limit: BUDGET_BYTES },
      },
    ]
    return report(figures, args)
  } finally {
    await browser.close()
    bare.close()
    hub.kill('SIGTERM')
    await hub.exited
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function figureOf(
  browser: Browser,
  figure: string,
  url: string,
  bareUrl: string,
): Promise<Figure> {
  const own: number[] = []
  const bare: number[] = []
  // The first of each fills the machine's file cache, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair = [await usableMs(browser, bareUrl), await usableMs(browser, url)] as const
    if (round === 0) continue
    bare.push(pair[0])
    own.push(pair[1])
    progress(
      `${figure}, round ${round}: bare ${pair[0].toFixed(0)} ms, ours ${pair[1].toFixed(0)} ms`,
    )
  }
  return {
    ...{ bench, figure, unit: 'ms', value: median(own), baseline: median(bare) },
    budget: { of: 'value', is: '<=', limit: BUDGET_MS },
  }
}

/** A site with prices and stations, laid open; where phones find it. */
async function openSite(rest: (...call: [string, string, unknown?]) => Promise<unknown>) {
  const elements = [{ price_components: [{ type: 'ENERGY', price: 4, vat: 25, step_size: 1 }] }]
  const ocpi = { currency: 'SEK', tax_included: 'YES', elements }
  const { tariff } = made.parse(await rest('POST', '/tariffs', { name: 'Site', ocpi }))
  await rest('POST', '/tariff-assignments', { tariffId: tariff.id })
  for (let at = 1; at <= STATIONS; at += 1) {
    const words = { chargePointId: `CP${at}`, name: `Bay ${at}` }
    const { station } = added.parse(await rest('POST', '/stations', words))
    await rest('PUT', `/stations/${station.id}/connectors/1/equipment`, {
      ...{ standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 22_000 },
    })
  }
  const door = { exposure: 'lan', port: 0, slug: 'bench' }
  const { state } = opened.parse(await rest('PATCH', '/driver-door', door))
  return state.urls[0] ?? ''
}

/** Somebody who is in line; where they see it. */
async function standInLine(siteUrl: string): Promise<string> {
  const { origin } = new URL(siteUrl)
  const [arrivesFrom, departsBy] = [Date.now(), Date.now() + 3_600_000]
  const need = { kind: 'energy', energyWh: 2_000_000 }
  const answer = await fetch(`${origin}/api/line`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ id: randomUUID(), pays: 'online', wish: { need, arrivesFrom, departsBy } },
    }),
  })
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  return `${origin}/b/${token}`
}

/** A page with nothing but a heading and a button. */
async function barePage(): Promise<{ url: string; close: () => void }> {
  const page = '<!doctype html><title>bare</title><h1>Bare</h1><button>Press</button>'
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
