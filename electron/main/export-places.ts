import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import type { ChooseExportAnswer, ExportPlace, SaveTextAnswer } from '../../shared/process.ts'
import { safeFileName } from './file-name.ts'
import { isSavePaperInRequest, pdfPageOf } from './paper.ts'
import { isTrustedFrame } from './trusted-frame.ts'

/**
 * Lets persons choose where reports are written. The window is given a ticket for the place and no say in it: the hub
 * writes where it was told from here that a person wants it.
 * @param grant tells the hub, and resolves once the ticket can be used
 */
export function answerAboutExports(grant: (place: ExportPlace) => Promise<void>): void {
  /** Where each ticket leads, so that a window can have it shown without a say in where. */
  const pathOf = new Map<string, string>()
  const folderOf = new Map<string, string>()
  const granted = async (of: ExportPlace['of'], path: string): Promise<ChooseExportAnswer> => {
    const ticket = randomUUID()
    pathOf.set(ticket, path)
    if (of === 'folder') folderOf.set(ticket, path)
    return grant({ ticket, of, path }).then(
      () => ({ chosen: true, ticket, path }),
      () => ({ chosen: false, reason: 'failed' }),
    )
  }
  ipcMain.handle('laddplan:choose-export', async (event, request: unknown) => {
    const window = trustedWindow(event)
    if (window === null || !hasSuggestedName(request)) return refused
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('downloads'), safeFileName(request.suggestedName)),
      filters: filtersOf(request.suggestedName),
    })
    return canceled || filePath === '' ? cancelled : granted('file', filePath)
  })
  ipcMain.handle('laddplan:choose-export-folder', async (event) => {
    const window = trustedWindow(event)
    if (window === null) return refused
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openDirectory', 'createDirectory'],
    })
    const [folder] = filePaths
    return canceled || folder === undefined ? cancelled : granted('folder', folder)
  })
  ipcMain.handle(
    'laddplan:save-paper-in',
    async (event, request: unknown): Promise<SaveTextAnswer> => {
      const window = trustedWindow(event)
      if (window === null || !isSavePaperInRequest(request))
        return { saved: false, reason: 'refused' }
      const folder = folderOf.get(request.ticket)
      if (folder === undefined) return { saved: false, reason: 'refused' }
      const path = join(folder, safeFileName(request.suggestedName))
      try {
        const pdf = await window.webContents.printToPDF(pdfPageOf(request))
        // Whole or not at all: who finds a file under its name can rely on it.
        await writeFile(`${path}.part`, pdf)
        await rename(`${path}.part`, path)
        return { saved: true, path }
      } catch {
        await rm(`${path}.part`, { force: true }).catch(() => undefined)
        return { saved: false, reason: 'failed' }
      }
    },
  )
  ipcMain.handle('laddplan:show-export', (event, ticket: unknown) => {
    const path = typeof ticket === 'string' ? pathOf.get(ticket) : undefined
    if (trustedWindow(event) !== null && path !== undefined) shell.showItemInFolder(path)
  })
}

/** What is offered beside all files: the kind that the name has. */
function filtersOf(suggestedName: string): Electron.FileFilter[] {
  const extension = extname(safeFileName(suggestedName)).slice(1).toLowerCase()
  const names: Readonly<Record<string, string>> = { csv: 'CSV', si: 'SIE 4I', json: 'JSON' }
  const name = names[extension]
  return name === undefined ? [] : [{ name, extensions: [extension] }]
}

const refused: ChooseExportAnswer = { chosen: false, reason: 'refused' }
const cancelled: ChooseExportAnswer = { chosen: false, reason: 'cancelled' }

function trustedWindow(event: IpcMainInvokeEvent): BrowserWindow | null {
  return isTrustedFrame(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null
}

function hasSuggestedName(value: unknown): value is { suggestedName: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'suggestedName' in value &&
    typeof value.suggestedName === 'string'
  )
}
