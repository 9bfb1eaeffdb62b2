import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  nativeTheme,
  shell,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebContentsPrintOptions,
} from 'electron'
import type {
  Language,
  SavePictureRequest,
  SaveTextAnswer,
  SaveTextRequest,
  Theme,
} from '../../shared/process.ts'
import { isAllowedLink, isAtOneOf } from './external-link.ts'
import { safeFileName } from './file-name.ts'
import { isPaperRequest, isSavePaperRequest, pdfPageOf, printPageOf } from './paper.ts'
import { isTrustedFrame } from './trusted-frame.ts'

/** A window may not have the shell write more than this at once, in UTF-16 units. */
const longestText = 256 * 1024 * 1024
/** Nor a larger picture than this, in bytes. */
const largestPicture = 32 * 1024 * 1024
/** What every PNG file begins with (PNG, third edition, §5.2). */
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export interface ShellListener {
  /** A window asks for a channel to the hub. */
  readonly onAskForPort: (window: BrowserWindow) => void
  /** A window shows content and takes input. */
  readonly onCanBeUsed: () => void
  readonly onLanguage: (language: Language) => void
  /** Where phones reach the driver's page now. */
  readonly driverPages: () => Promise<readonly string[]>
}

/** Answers what the preload asks. Who asks is checked, and so is what. */
export function answerWindows({
  onAskForPort,
  onCanBeUsed,
  onLanguage,
  driverPages,
}: ShellListener): void {
  ipcMain.on('laddplan:ask-for-port', (event) => {
    const window = trustedWindow(event)
    if (window !== null) onAskForPort(window)
  })
  ipcMain.on('laddplan:can-be-used', (event) => {
    if (trustedWindow(event) !== null) onCanBeUsed()
  })
  ipcMain.on('laddplan:language', (event, language: unknown) => {
    if (trustedWindow(event) !== null && (language === 'en' || language === 'sv'))
      onLanguage(language)
  })
  ipcMain.handle('laddplan:theme', (event) =>
    trustedWindow(event) === null ? null : currentTheme(),
  )
  ipcMain.handle('laddplan:open-external', async (event, link: unknown) => {
    if (trustedWindow(event) === null) return false
    // Not the window but the hub says where the driver's page is.
    if (!isAllowedLink(link) && !isAtOneOf(link, await driverPages().catch(() => []))) return false
    // There may be no program for it, such as one for text messages.
    return shell.openExternal(link).then(
      () => true,
      () => false,
    )
  })
  ipcMain.handle('laddplan:save-text', async (event, request: unknown): Promise<SaveTextAnswer> => {
    const window = trustedWindow(event)
    if (window === null || !isSaveTextRequest(request)) return { saved: false, reason: 'refused' }
    return saveFile(window, request.suggestedName, request.text)
  })
  ipcMain.handle(
    'laddplan:save-picture',
    async (event, request: unknown): Promise<SaveTextAnswer> => {
      const window = trustedWindow(event)
      if (window === null || !isSavePictureRequest(request))
        return { saved: false, reason: 'refused' }
      return saveFile(window, request.suggestedName, request.png)
    },
  )
  ipcMain.handle('laddplan:print-paper', async (event, request: unknown): Promise<boolean> => {
    const window = trustedWindow(event)
    if (window === null || !isPaperRequest(request)) return false
    return printed(window, printPageOf(request))
  })
  ipcMain.handle(
    'laddplan:save-paper',
    async (event, request: unknown): Promise<SaveTextAnswer> => {
      const window = trustedWindow(event)
      if (window === null || !isSavePaperRequest(request))
        return { saved: false, reason: 'refused' }
      const pdf = await window.webContents.printToPDF(pdfPageOf(request)).catch(() => null)
      if (pdf === null) return { saved: false, reason: 'failed' }
      return saveFile(window, request.suggestedName, pdf)
    },
  )
  ipcMain.handle('laddplan:print', async (event) => {
    trustedWindow(event)?.webContents.print({ printBackground: true })
  })
}

/** The theme the operating system asks for. */
export function currentTheme(): Theme {
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}

/** Whether it went to a printer. */
function printed(window: BrowserWindow, page: WebContentsPrintOptions): Promise<boolean> {
  return new Promise((resolve) => window.webContents.print(page, resolve))
}

async function saveFile(
  window: BrowserWindow,
  suggestedName: string,
  content: string | Uint8Array,
): Promise<SaveTextAnswer> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('downloads'), safeFileName(suggestedName)),
  })
  if (canceled || filePath === '') return { saved: false, reason: 'cancelled' }
  try {
    await writeFile(filePath, content)
    return { saved: true, path: filePath }
  } catch {
    return { saved: false, reason: 'failed' }
  }
}

function trustedWindow(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null {
  return isTrustedFrame(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null
}

function isSaveTextRequest(value: unknown): value is SaveTextRequest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'suggestedName' in value &&
    typeof value.suggestedName === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    value.text.length <= longestText
  )
}

function isSavePictureRequest(value: unknown): value is SavePictureRequest {
  if (typeof value !== 'object' || value === null) return false
  if (!('suggestedName' in value) || typeof value.suggestedName !== 'string') return false
  if (!('png' in value) || !(value.png instanceof Uint8Array)) return false
  const { png } = value
  return png.length <= largestPicture && pngSignature.every((byte, at) => png[at] === byte)
}
