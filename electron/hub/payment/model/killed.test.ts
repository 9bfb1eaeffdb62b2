import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../demo/random.ts'
import { answerHttp, listen } from '../../../demo/stripe/http/server.ts'
import { expectAlways } from './test-bench/always.ts'
import { KEYS, ownStripe } from './test-bench/own-stripe.ts'
import { pay } from './test-bench/payer.ts'
import {
  endCalls,
  endStays,
  hearAll,
  hearOfPayouts,
  mend,
  untilNothingMoves,
} from './test-bench/rest.ts'
import { expectIntact } from './test-bench/run.ts'
import { expectSameMoney } from './test-bench/same-money.ts'
import { openSite } from './test-bench/site.ts'
import { quickFolder, siteFile } from './test-bench/site-file.ts'

const SITES = 5
const KILLS = 10
const CARDS = ['4242424242424242', '4242424242424242', '4000000000000002', '4000000000007726']

test.each(Array.from({ length: SITES }, (_, index) => `${index}`))(
  'a hub that is killed again and again while it takes payments: nothing is taken twice or lost (%s)',
  async (seed) => {
    const random = seededRandom(seed)
    const dir = quickFolder()
    let numbers = 0
    // By the clock on the wall while processes live; after that by the test's.
    let clock = Date.now
    const stripe = ownStripe(
      () => clock(),
      () => (numbers += 1),
    )
    const { server, port } = await listen(0, '127.0.0.1', (request, response) =>
      answerHttp(stripe.double, request, response),
    )
    const practice = { url: `http://127.0.0.1:${port}`, key: KEYS.first }
    const made = await siteFile(dir, Date.now())
    await made.parts.store().close()

    const charges = () => Object.keys(stripe.books.charge).length
    const script = join(import.meta.dirname, 'test-bench', 'hub-process.ts')
    for (let kill = 0; kill < KILLS; kill += 1) {
      const args = [join(dir, 'site.db'), practice.url, practice.key, `${seed} ${kill}`]
      const hub = fork(script, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      const ended = once(hub, 'exit')
      await once(hub, 'message')
      const diesAt = Date.now() + 20 + random() * 300
      // For its time, and longer where a busy machine has charged less than a card for each hub so far and one more.
      do {
        const which = Math.floor(random() * 100)
        const card = CARDS[which % CARDS.length] ?? ''
        pay(stripe, { which, card, says: random() < 0.9 })
        await wait(3)
      } while (Date.now() < diesAt || charges() <= kill + 1)
      hub.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
    }
    server.closeAllConnections()
    server.close()

    const file = await siteFile(dir, Date.now())
    clock = file.parts.clock
    const bills = (await file.parts.store().reads.find('bill', {})).map(({ id }) => id)
    const ledgerBefore = new Map<string, number>()
    const site = await openSite({ ...file.parts, stripe, practice, bills, ledgerBefore })
    try {
      await mend(site)
      await expectAlways(site)
      await hearAll(site, 'drop')
      await endStays(site, 3_000)
      await endCalls(site, 'drop')
      await untilNothingMoves(site, 'drop')
      await hearOfPayouts(site, 'drop', true)
      await expectAlways(site)
      await expectSameMoney(site)
      await expectIntact(site.store)
      expect(charges()).toBeGreaterThan(KILLS)
    } finally {
      await file.close()
    }
  },
  120_000,
)
