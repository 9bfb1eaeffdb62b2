import { readFileSync, writeFileSync } from 'node:fs'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { appOrigin } from './resource-path.ts'
import { fittingState, smallest, type WindowState } from './window-bounds.ts'

/** The page's background before its style sheet is there, so that the window doesn't flash. */
const backgrounds = { dark: '#16181d', light: '#f7f8fa' } as const

export interface WindowFiles {
  /** The bundled preload. */
  readonly preload: string
  /** Where the window's place is remembered. */
  readonly stateFile: string
  /** The window it is opened from, if there is one: it comes a little aside of that. */
  readonly beside: BrowserWindow | null
}

/**
 * Opens the console's window where it was left. The page runs in Chromium's sandbox, sees no Node and
 * has nothing of the shell but what the preload hands it.
 */
export function openWindow({ preload, stateFile, beside }: WindowFiles): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { bounds, maximised } = fittingState(beside ? asideOf(beside) : readState(stateFile), [
    screen.getPrimaryDisplay().workArea,
    ...areas,
  ])
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Laddplan',
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      // A dictionary would be fetched from the internet.
      spellcheck: false,
      additionalArguments: [`--laddplan-version=${app.getVersion()}`],
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberState(window, stateFile))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    process.stderr.write(`laddplan: window: its process ended (${reason}), loading it again\n`)
    if (!window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}

const ASIDE_PX = 32

function asideOf(window: BrowserWindow): WindowState {
  const { x, y, ...size } = window.getNormalBounds()
  return { bounds: { x: x + ASIDE_PX, y: y + ASIDE_PX, ...size }, maximised: false }
}

function readState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function rememberState(window: BrowserWindow, file: string): void {
  const state = { bounds: window.getNormalBounds(), maximised: window.isMaximized() }
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    process.stderr.write(`laddplan: window: its place could not be remembered (${String(error)})\n`)
  }
}
