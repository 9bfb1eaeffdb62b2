import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language, MenuCommand } from '../../shared/process.ts'
import { menuTexts, type MenuText } from './menu-text.ts'

export interface MenuOptions {
  readonly language: Language
  readonly isMac: boolean
  /** Developer tools are offered while the app is not packaged. */
  readonly isPackaged: boolean
  readonly onCommand: (command: MenuCommand) => void
  readonly onPrint: () => void
  readonly onNewWindow: () => void
}

/** Puts the native menus in place, in the window's language. */
export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}

/** The menus as data. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const text = menuTexts[options.language]
  return [
    ...(options.isMac ? [{ role: 'appMenu' } as const] : []),
    { label: text.file, submenu: fileMenu(options, text) },
    { label: text.edit, submenu: editMenu(text) },
    { label: text.view, submenu: viewMenu(options, text) },
    {
      label: text.window,
      submenu: [
        { label: text.minimise, role: 'minimize' },
        { label: text.close, role: 'close' },
      ],
    },
  ]
}

function fileMenu(
  { isMac, onCommand, onPrint, onNewWindow }: MenuOptions,
  text: MenuText,
): MenuItemConstructorOptions[] {
  return [
    { label: text.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: onNewWindow },
    { label: text.settings, accelerator: 'CmdOrCtrl+,', click: () => onCommand('settings') },
    { label: text.print, accelerator: 'CmdOrCtrl+P', click: onPrint },
    ...(isMac ? [] : [{ type: 'separator' } as const, { label: text.quit, role: 'quit' } as const]),
  ]
}

function editMenu(text: MenuText): MenuItemConstructorOptions[] {
  return [
    { label: text.undo, role: 'undo' },
    { label: text.redo, role: 'redo' },
    { type: 'separator' },
    { label: text.cut, role: 'cut' },
    { label: text.copy, role: 'copy' },
    { label: text.paste, role: 'paste' },
    { label: text.selectAll, role: 'selectAll' },
  ]
}

function viewMenu(
  { isPackaged, onCommand }: MenuOptions,
  text: MenuText,
): MenuItemConstructorOptions[] {
  return [
    {
      label: text.palette,
      accelerator: 'CmdOrCtrl+K',
      // Shown here, but the page itself hears the keys.
      registerAccelerator: false,
      click: () => onCommand('palette'),
    },
    { type: 'separator' },
    { label: text.actualSize, role: 'resetZoom' },
    { label: text.zoomIn, role: 'zoomIn' },
    { label: text.zoomOut, role: 'zoomOut' },
    { label: text.fullScreen, role: 'togglefullscreen' },
    ...(isPackaged
      ? []
      : [
          { type: 'separator' } as const,
          { label: text.reload, role: 'reload' } as const,
          { label: text.developerTools, role: 'toggleDevTools' } as const,
        ]),
  ]
}
