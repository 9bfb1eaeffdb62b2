import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  portMessage,
  type HubState,
  type MenuCommand,
  type SavePictureRequest,
  type SaveTextRequest,
  type ShellBridge,
  type Theme,
} from '../../shared/process.ts'

const versionArgument = '--laddplan-version='

/** What was told before the page's scripts ran. */
let untold: HubState | null = null
let isHeard = false

const pageListens = Promise.withResolvers<void>()

const bridge: ShellBridge = {
  appVersion:
    process.argv.find((arg) => arg.startsWith(versionArgument))?.slice(versionArgument.length) ??
    '',
  platform: process.platform,
  takePorts: () => pageListens.resolve(),
  canBeUsed: () => ipcRenderer.send('laddplan:can-be-used'),
  onHubState: (listener) => {
    isHeard = true
    if (untold !== null) listener(untold)
    untold = null
    return listen<HubState>('laddplan:hub-state', listener)
  },
  theme: () => ipcRenderer.invoke('laddplan:theme'),
  onTheme: (listener) => listen<Theme>('laddplan:theme', listener),
  onMenuCommand: (listener) => listen<MenuCommand>('laddplan:menu-command', listener),
  setLanguage: (language) => ipcRenderer.send('laddplan:language', language),
  saveText: ({ suggestedName, text }: SaveTextRequest) =>
    ipcRenderer.invoke('laddplan:save-text', { suggestedName, text }),
  savePicture: ({ suggestedName, png }: SavePictureRequest) =>
    ipcRenderer.invoke('laddplan:save-picture', { suggestedName, png }),
  chooseExport: ({ suggestedName }) =>
    ipcRenderer.invoke('laddplan:choose-export', { suggestedName }),
  chooseExportFolder: () => ipcRenderer.invoke('laddplan:choose-export-folder'),
  showExport: (ticket) => ipcRenderer.invoke('laddplan:show-export', ticket),
  print: () => ipcRenderer.invoke('laddplan:print'),
  printPaper: ({ paper, heightMm }) =>
    ipcRenderer.invoke('laddplan:print-paper', { paper, heightMm }),
  savePaper: ({ suggestedName, paper, heightMm }) =>
    ipcRenderer.invoke('laddplan:save-paper', { suggestedName, paper, heightMm }),
  savePaperIn: ({ ticket, suggestedName, paper, heightMm }) =>
    ipcRenderer.invoke('laddplan:save-paper-in', { ticket, suggestedName, paper, heightMm }),
  openExternal: (url) => ipcRenderer.invoke('laddplan:open-external', url),
  stripeKey: {
    status: () => ipcRenderer.invoke('laddplan:stripe-key-status'),
    isLocked: () => ipcRenderer.invoke('laddplan:stripe-key-is-locked'),
    offer: (key, passphrase) => ipcRenderer.invoke('laddplan:stripe-key-offer', key, passphrase),
    unlock: (passphrase) => ipcRenderer.invoke('laddplan:stripe-key-unlock', passphrase),
    forget: () => ipcRenderer.invoke('laddplan:stripe-key-forget'),
    onChange: (listener) => listen<null>('laddplan:stripe-key', () => listener()),
  },
}
contextBridge.exposeInMainWorld('laddplan', bridge)

ipcRenderer.on('laddplan:hub-state', (_event, state: HubState) => {
  if (!isHeard) untold = state
})

// A MessagePort can't cross the bridge; a window message carries it to the page.
ipcRenderer.on('laddplan:port', ({ ports }) => {
  void pageListens.promise.then(() =>
    window.postMessage(portMessage, window.location.origin, [...ports]),
  )
})
// Before the page has asked for its scripts, so that the port is here when they run.
ipcRenderer.send('laddplan:ask-for-port')

/** The event itself stays on this side: it would hand the page the channel. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const hear = (_event: IpcRendererEvent, value: T): void => listener(value)
  ipcRenderer.on(channel, hear)
  return () => ipcRenderer.off(channel, hear)
}
