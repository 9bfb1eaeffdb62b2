import type { Language } from '../../shared/process.ts'

const english = {
  file: '&File',
  newWindow: 'New window',
  settings: 'Settings',
  print: 'Print…',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  palette: 'Command palette',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  reload: 'Reload',
  developerTools: 'Developer tools',
  window: '&Window',
  minimise: 'Minimise',
  close: 'Close window',
}

export type MenuText = typeof english

/** The words of the native menus; `&` marks the letter that opens a menu with Alt. */
export const menuTexts: Readonly<Record<Language, MenuText>> = {
  en: english,
  sv: {
    file: '&Arkiv',
    newWindow: 'Nytt fönster',
    settings: 'Inställningar',
    print: 'Skriv ut…',
    quit: 'Avsluta',
    edit: '&Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    selectAll: 'Markera allt',
    view: '&Visa',
    palette: 'Kommandopalett',
    actualSize: 'Verklig storlek',
    zoomIn: 'Zooma in',
    zoomOut: 'Zooma ut',
    fullScreen: 'Helskärm',
    reload: 'Läs in igen',
    developerTools: 'Utvecklarverktyg',
    window: '&Fönster',
    minimise: 'Minimera',
    close: 'Stäng fönstret',
  },
}
