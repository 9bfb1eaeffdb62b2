import { app, shell, type Session, type WebContents } from 'electron'
import { isAllowedLink } from './external-link.ts'
import { isAppAddress } from './trusted-frame.ts'

/** The one thing a page may do that needs asking: copy a text the person pressed "copy" on. */
const copyPermission = 'clipboard-sanitized-write'

/** What a page may load: its own files, and pictures and print previews made from them. */
const loadable = /^(app|data|blob|devtools|chrome|chrome-extension):/

/** Ties down every page of the app, those included that nobody meant to open. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame && isAppAddress(event.url))) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // There may be no program for it.
    if (isAllowedLink(url)) void shell.openExternal(url).catch(() => undefined)
    return { action: 'deny' }
  })
}

/** Denies permissions, devices, downloads and every address that is not the app's own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isCopying(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isCopying(permission, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !loadable.test(details.url) }),
  )
}

function isCopying(permission: string, address: string): boolean {
  return permission === copyPermission && isAppAddress(address)
}
