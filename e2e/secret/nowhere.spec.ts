import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { freshDataDir, startConsole } from '../app.ts'
import { readIfThere } from '../saved-file.ts'
import { english } from '../walk/desk.ts'
import { offerKey, pasteKey, toPayments, WORDS } from './key-entry.ts'
import { type StandIn, standInFor } from './stand-in.ts'

/** Keys that nothing else in the world looks like, not even a part of them. */
const KEPT = 'rk_test_51Zq8WmXe4VbTnLk7RyPdGh3'
const REFUSED = 'sk_live_51Jc2UoBi9KsDfAw6HxMvEt5'
/** Every piece of a key that is long enough to be of use, and a passphrase. */
const needles = [KEPT, REFUSED].flatMap((key) => [key.slice(8, 20), key.slice(-16, -4)])
const secrets = [...needles, WORDS]

let stripe: StandIn
test.beforeAll(async () => {
  stripe = await standInFor(KEPT)
})
test.afterAll(() => stripe.close())

test('a key that was entered, refused or opened again is in no file, no output, no page and no environment', async () => {
  const dataDir = freshDataDir()
  const first = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  const printed = listen(first.app)
  try {
    await toPayments(first.window)
    await offerKey(first.app, first.window, REFUSED)
    await expect(first.window.getByRole('alert')).toContainText('This is a secret key')
    await offerKey(first.app, first.window, KEPT)
    await expect(first.window.getByText('ends in dGh3')).toBeVisible()
    await expectNowhere(first.app, first.window, dataDir)
    // Whatever is written only later: a log that is flushed, the window's place, the end of the WAL.
    await first.window.reload()
    await expect(first.window.getByText('ends in dGh3')).toBeVisible()
    await expectNowhere(first.app, first.window, dataDir)
  } finally {
    await first.app.close()
  }
  expectNotIn(printed(), 'what was printed')
  expectNoFile(dataDir)

  const second = await startConsole({ dataDir, env: { ...english, ...stripe.env } })
  const printedAgain = listen(second.app)
  try {
    const dialog = second.window.getByRole('dialog', { name: 'Open the Stripe key' })
    await dialog.getByLabel('Passphrase').fill(WORDS)
    await dialog.getByRole('button', { name: 'Open the key' }).click()
    await expect(dialog).toHaveCount(0)
    await expectNowhere(second.app, second.window, dataDir)
    process.kill(await hubPid(second.app), 'SIGKILL')
    await expect.poll(printedAgain).toContain('starting it again')
    await expectNowhere(second.app, second.window, dataDir)
  } finally {
    await second.app.close()
  }
  expectNotIn(printedAgain(), 'what was printed')
  expectNoFile(dataDir)
})

test('in the page’s memory a key lives no longer than it is typed', async () => {
  const { app, window } = await startConsole({ env: { ...english, ...stripe.env } })
  try {
    await toPayments(window)
    await window.evaluate((text) => Reflect.set(globalThis, 'control', `${text}${text}`), 'Vw3sCo')
    await offerKey(app, window, REFUSED)
    await expect(window.getByRole('alert')).toContainText('This is a secret key')
    await offerKey(app, window, KEPT)
    await expect(window.getByText('ends in dGh3')).toBeVisible()
    const heap = await heapOf(app, window)
    // Something that is known to be there is found, so what is not found is not there.
    expect(heap).toContain('Vw3sCo')
    for (const needle of needles) expect(heap.includes(needle), needle).toBe(false)
  } finally {
    await app.close()
  }
})

test('nothing is prepared for crash dumps to be made or sent', async () => {
  const { app } = await startConsole({ env: english })
  try {
    const { dumps, args } = await app.evaluate(({ app: main, crashReporter }) => ({
      dumps: main.getPath('crashDumps'),
      args: crashReporter.getParameters(),
    }))
    expect(args).toEqual({})
    expect(existsSync(dumps) ? filesIn(dumps).filter((file) => file.endsWith('.dmp')) : []).toEqual(
      [],
    )
    const handlers = await app.evaluate(() => process.argv.concat(process.execArgv).join(' '))
    expect(handlers).not.toContain('crash-reporter')
  } finally {
    await app.close()
  }
})

test('a key in its field is not in the document around it', async () => {
  const { app, window } = await startConsole({ env: english })
  try {
    await toPayments(window)
    await pasteKey(app, window, KEPT)
    expectNotIn(await window.content(), 'the document')
  } finally {
    await app.close()
  }
})

async function expectNowhere(app: ElectronApplication, window: Page, dataDir: string) {
  expectNoFile(dataDir)
  const page = await window.evaluate(() =>
    JSON.stringify({
      html: document.documentElement.outerHTML,
      inputs: [...document.querySelectorAll('input')].map(({ value, defaultValue }) => [
        value,
        defaultValue,
      ]),
      local: { ...localStorage },
      session: { ...sessionStorage },
      history: history.state,
      address: location.href,
      cookies: document.cookie,
    }),
  )
  expectNotIn(page, 'the page')
  const pids = await app.evaluate(({ app: main }) => main.getAppMetrics().map(({ pid }) => pid))
  expect(pids.length).toBeGreaterThan(2)
  for (const part of ['cmdline', 'environ']) {
    // Some processes have ended and some can't be read; of none at all nothing would be known.
    const told = pids.map((pid) => readIfThere(`/proc/${pid}/${part}`))
    if (process.platform === 'linux') expect(Buffer.concat(told).length, part).toBeGreaterThan(0)
    for (const one of told) expectNotIn(one, `${part} of a process`)
  }
}

/** Looks through every file of the data folder: database and WAL, Chromium's profile, logs, the sealed key. */
function expectNoFile(dataDir: string): void {
  const files = filesIn(dataDir)
  expect(files.filter((file) => /site\.db|stripe-key\.json/.test(file)).length).toBeGreaterThan(1)
  // Chromium and the hub take files away while they are looked through, and processes end.
  for (const file of files) expectNotIn(readIfThere(file), file)
}

/** In the clear, as UTF-16, in base64 and in hex: the ways in which a text gets into files by accident. */
function expectNotIn(content: Buffer | string, where: string): void {
  const bytes = Buffer.from(content)
  for (const secret of secrets)
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(secret, encoding)), `${secret} in ${where}`).toBe(false)
  for (const secret of secrets) {
    const text = bytes.toString('latin1')
    expect(text.includes(Buffer.from(secret).toString('hex')), `hex in ${where}`).toBe(false)
    // Three bytes at a time, wherever in the text it begins.
    for (const shift of [0, 1, 2]) {
      const coded = Buffer.from(`${' '.repeat(shift)}${secret}`)
        .toString('base64')
        .slice(4, -4)
      expect(text.includes(coded), `base64 in ${where}`).toBe(false)
    }
  }
}

/** All that the app prints from now on. */
function listen(app: ElectronApplication): () => string {
  let text = ''
  const { stdout, stderr } = app.process()
  for (const stream of [stdout, stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  return () => text
}

/** Every string that the page's process still holds after a collection, as JSON. */
async function heapOf(app: ElectronApplication, window: Page): Promise<string> {
  const devtools = await app.context().newCDPSession(window)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { captureNumericValue: true })
  await devtools.detach()
  return chunks.join('')
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
}

function hubPid(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Laddplan hub')?.pid ?? 0,
  )
}
