import { expect, test } from '@playwright/test'
import { startConsole, type Console } from '../app.ts'

/** Electron's security checklist (its documentation, "Security"), point by point, on the built app. */
let desk: Console

test.beforeAll(async () => {
  desk = await startConsole()
})

test.afterAll(async () => {
  await desk.app.close()
})

test('the page sees no Node and no Electron', async () => {
  const seen = await desk.window.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(seen).toEqual([])
})

test('the page gets no more of the shell than the named functions', async () => {
  const names = await desk.window.evaluate(() => Object.keys(Reflect.get(globalThis, 'laddplan')))
  expect(names.toSorted()).toEqual(
    [
      'appVersion',
      'canBeUsed',
      'chooseExport',
      'chooseExportFolder',
      'takePorts',
      'onHubState',
      'onMenuCommand',
      'onTheme',
      'openExternal',
      'platform',
      'print',
      'printPaper',
      'savePaper',
      'savePaperIn',
      'savePicture',
      'saveText',
      'setLanguage',
      'showExport',
      'stripeKey',
      'theme',
    ].toSorted(),
  )
})

test('the way of the Stripe key leads in and not out', async () => {
  const names = await desk.window.evaluate(() =>
    Object.keys(Reflect.get(globalThis, 'laddplan').stripeKey),
  )
  expect(names.toSorted()).toEqual(
    ['forget', 'isLocked', 'offer', 'onChange', 'status', 'unlock'].toSorted(),
  )
})

test('the page is isolated, sandboxed and keeps web security', async () => {
  const preferences = await desk.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      // Not in Electron's published types: it is there for tests like this one.
      .map((contents): unknown => Reflect.get(contents, 'getLastWebPreferences').call(contents)),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).not.toHaveProperty('nodeIntegrationInWorker', true)
  expect(preferences[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
})

test('the page comes from the app’s own scheme with a strict policy', async () => {
  const { window } = desk
  expect(new URL(window.url()).protocol).toBe('app:')
  const policy = await window.evaluate(async () =>
    (await fetch('app://laddplan/')).headers.get('content-security-policy'),
  )
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`script-src 'self';`)
  expect(policy).not.toContain('unsafe-eval')
})

test('inline scripts, event attributes and evaluated text do not run', async () => {
  const ran = await desk.window.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.inlineRan = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'globalThis.inlineRan = true')
    image.src = 'app://laddplan/nothing.png'
    document.body.append(image)
    const failed = new Promise((resolve) => image.addEventListener('error', resolve))
    return failed.then(() => Reflect.get(globalThis, 'inlineRan') ?? false)
  })
  expect(ran).toBe(false)
})

test('the scheme serves the built page’s files and nothing else', async () => {
  const statuses = await desk.window.evaluate(async () => {
    const addresses = [
      'app://laddplan/index.html',
      'app://laddplan/..%2fmain.js',
      'app://laddplan/..%2fpackage.json',
      'app://laddplan/assets/..%2f..%2fhub.js',
      'app://laddplan/%2e%2e%2f%2e%2e%2fetc/passwd',
      'app://laddplan/..%5cmain.js',
    ]
    return Promise.all(addresses.map(async (address) => (await fetch(address)).status))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404])
})

test('the page reaches no other host and no file', async () => {
  const reached = await desk.window.evaluate(async (api) => {
    const addresses = ['https://example.com/', `${api}/api/openapi.json`, 'file:///etc/passwd']
    const tries = addresses.map((address) =>
      fetch(address).then(
        () => address,
        () => null,
      ),
    )
    return (await Promise.all(tries)).filter((address) => address !== null)
  }, desk.ready.api)
  expect(reached).toEqual([])
})

test('the page can’t navigate away', async () => {
  const { app, window } = desk
  const before = window.url()
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x'])
    await window.evaluate((href) => {
      const link = document.createElement('a')
      link.href = href
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
  await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(window.url()).toBe(before)
  const urls = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  )
  expect(urls).toEqual([before])
})

test('the page opens no window and no webview', async () => {
  const { app, window } = desk
  const opened = await window.evaluate(() => {
    document.body.append(document.createElement('webview'))
    return ['https://example.com/', 'about:blank', 'app://laddplan/'].map((url) =>
      globalThis.open(url),
    )
  })
  expect(opened).toEqual([null, null, null])
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('only links of the allow list reach the browser', async () => {
  const { app, window } = desk
  await app.evaluate(({ shell }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    shell.openExternal = async (url) => void asked.push(url)
  })
  const allowed = await window.evaluate(async () => {
    const { openExternal } = Reflect.get(globalThis, 'laddplan')
    const links = [
      'file:///etc/passwd',
      'https://example.com/',
      'https://openchargealliance.org/',
      7,
    ]
    return Promise.all(links.map((link) => openExternal(link)))
  })
  expect(allowed).toEqual([false, false, true, false])
  expect(await app.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([
    'https://openchargealliance.org/',
  ])
})

test('permissions and devices are denied without a question', async () => {
  const answers = await desk.window.evaluate(async () => {
    const refused = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        () => 'denied',
      )
    return {
      notifications: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      location: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      clipboardRead: await refused(navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({
    notifications: 'denied',
    camera: 'denied',
    location: 'denied',
    clipboardRead: 'denied',
  })
})

test('the shell answers our own page alone', async () => {
  const answers = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/preload.cjs`, sandbox: true },
    })
    await stranger.loadURL('data:text/html,<title>stranger</title>')
    const asked: unknown = await stranger.webContents.executeJavaScript(`Promise.all([
      laddplan.theme(),
      laddplan.openExternal('https://openchargealliance.org/'),
      laddplan.saveText({ suggestedName: 'x', text: 'x' }),
      laddplan.stripeKey.status(),
      laddplan.stripeKey.isLocked(),
      laddplan.stripeKey.offer('rk_test_0123456789', 'a passphrase'),
      laddplan.stripeKey.unlock('a passphrase'),
      laddplan.stripeKey.forget(),
    ])`)
    stranger.destroy()
    return asked
  })
  expect(answers).toEqual([
    null,
    false,
    { saved: false, reason: 'refused' },
    null,
    false,
    { accepted: false, code: 'refused' },
    { unlocked: false, code: 'refused' },
    { forgotten: false, code: 'refused' },
  ])
})
