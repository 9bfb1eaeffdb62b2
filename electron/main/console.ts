import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  MessageChannelMain,
  nativeTheme,
  powerSaveBlocker,
  safeStorage,
  session,
} from 'electron'
import type { HubState, Language, MenuCommand } from '../../shared/process.ts'
import type { Flags } from '../launch/flags.mjs'
import { readyLine, type Ready } from '../launch/ready-line.ts'
import { serveApp } from './app-protocol.ts'
import { startDemo, type DemoProcess } from './demo-process.ts'
import { answerAboutExports } from './export-places.ts'
import { guardSession } from './guard.ts'
import { keepHubRunning, type HubProcess } from './hub-process.ts'
import { setMenu } from './menu.ts'
import { keyVault } from './secret/key-vault.ts'
import { systemKeyring } from './secret/keyring.ts'
import { stripeKeyDesk, type StripeKeyDesk } from './secret/stripe-key-desk.ts'
import { answerAboutStripeKey } from './secret/stripe-key-requests.ts'
import { answerWindows, currentTheme } from './shell-requests.ts'
import { openWindow } from './window.ts'

/** How long the window has the machine for itself at most. */
const WINDOW_FIRST_MS = 2_000

/**
 * Opens the window and starts the hub at the same time; prints the ready line once both serve. The
 * app ends when the window is closed or on SIGTERM, after the hub has closed its database.
 * @param keyFromFile the Stripe key that the environment's file holds
 */
export function openConsole(flags: Flags, dataDir: string, keyFromFile: string | null): void {
  const bundles = app.getAppPath()
  const waiting = new Set<BrowserWindow>()
  let demo: DemoProcess | null = null
  let serving: Ready | null = null
  let isShown = flags.headless

  const announce = once((ready: Ready) => {
    process.stdout.write(readyLine(ready))
    powerSaveBlocker.start('prevent-app-suspension')
    if (flags.demo) demo = startDemo(join(bundles, 'demo.js'), ready, flags.demoSpeed)
  })
  const announceIfReady = (): void => {
    if (isShown && serving !== null) announce(serving)
  }
  const handOver = (window: BrowserWindow): void => {
    if (window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    hub.connect(port1, window.webContents.id)
    window.webContents.postMessage('laddplan:port', null, [port2])
  }
  const tellAll = (channel: string, value: unknown): void => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, value)
  }

  const stripeKey: StripeKeyDesk = stripeKeyDesk({
    vault: keyVault(
      join(dataDir, 'secret', 'stripe-key.json'),
      'stripe-key',
      systemKeyring(safeStorage, process.platform),
    ),
    fromFile: keyFromFile,
    practice: flags.demo,
    judge: (key) => hub.judgeStripeKey(key),
    tellHub: (held) => hub.tellStripeKey(held),
    onChange: () => tellAll('laddplan:stripe-key', null),
    complain: (sentence) => process.stderr.write(`laddplan: ${sentence}\n`),
  })
  const hub: HubProcess = keepHubRunning(
    join(bundles, 'hub.js'),
    {
      dataDir,
      host: flags.host,
      ocppPort: flags.ocppPort,
      apiPort: flags.apiPort,
      appVersion: app.getVersion(),
      demo: flags.demo,
      newHubSecret: flags.newHubSecret,
    },
    stripeKey.held,
    {
      onState: (state: HubState) => tellAll('laddplan:hub-state', state),
      // Before the hub serves: what a window asks waits in its port, and is answered at once.
      onStart: () => {
        for (const window of waiting) handOver(window)
      },
      onReady: (ready) => {
        serving = ready
        announceIfReady()
      },
    },
  )
  endWith(async () => {
    await demo?.stop()
    await hub.stop()
  })
  if (flags.headless) return hub.openPorts()

  guardSession(session.defaultSession)
  serveApp(join(bundles, 'renderer'))
  answerAboutStripeKey(stripeKey, hub.mayConfigure)
  answerAboutExports(hub.grantExport)
  answerWindows({
    onAskForPort: (window) => {
      // Kept, so that it is handed a new port when the hub has been started again.
      waiting.add(window)
      window.webContents.send('laddplan:hub-state', hub.state())
      if (hub.takesPorts()) handOver(window)
    },
    onCanBeUsed: hub.openPorts,
    onLanguage: (language) => showMenu(language),
    driverPages: hub.driverPages,
  })
  const command = (menuCommand: MenuCommand): void =>
    BrowserWindow.getFocusedWindow()?.webContents.send('laddplan:menu-command', menuCommand)
  let menuLanguage: Language | null = null
  const showMenu = (language: Language): void => {
    if (language === menuLanguage) return
    menuLanguage = language
    setMenu({
      language,
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      onCommand: command,
      onNewWindow: () => openOne(),
      onPrint: () => BrowserWindow.getFocusedWindow()?.webContents.print({ printBackground: true }),
    })
  }
  nativeTheme.on('updated', () => tellAll('laddplan:theme', currentTheme()))

  /** Each window is a desk of its own: what is done in one is seen in the others. */
  const openOne = (): BrowserWindow => {
    const opened = openWindow({
      preload: join(bundles, 'preload.cjs'),
      stateFile: join(dataDir, 'window', 'place.json'),
      beside: BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null,
    })
    opened.on('closed', () => waiting.delete(opened))
    return opened
  }
  const window = openOne()
  // While the page is fetched; it has no menu bar to lose, for it is not shown yet.
  showMenu(app.getLocale().startsWith('sv') ? 'sv' : 'en')
  // Chargers don't wait for ever for a window that can't be drawn.
  setTimeout(hub.openPorts, WINDOW_FIRST_MS)
  window.once('show', () => {
    isShown = true
    announceIfReady()
  })
  app.on('second-instance', () => {
    const [front] = BrowserWindow.getAllWindows()
    if (front?.isMinimized() === true) front.restore()
    front?.focus()
  })
}

/** Lets the app quit only after `close` has done its work. */
function endWith(close: () => Promise<void>): void {
  let closing = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    for (const window of BrowserWindow.getAllWindows()) window.close()
    void close().finally(() => app.exit(0))
  })
  app.on('window-all-closed', () => app.quit())
}

function once<T>(act: (value: T) => void): (value: T) => void {
  let done = false
  return (value) => {
    if (done) return
    done = true
    act(value)
  }
}
