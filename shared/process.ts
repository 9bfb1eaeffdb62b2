import type { StripeKeyHeld, StripeKeyJudged } from './domain/payment/stripe-key.ts'
import type { StripeKeyBridge } from './stripe-key-bridge.ts'

/**
 * What passes between the application's processes: the shell (Electron's main process), the hub and
 * a window. Everything about the site itself goes over the contract, not over these messages.
 */

/** How the hub is to be opened. Ports may be 0 for any free one. */
export interface HubOptions {
  readonly dataDir: string
  /** Address to listen on; null means chargers on every address and the API on 127.0.0.1. */
  readonly host: string | null
  readonly ocppPort: number
  readonly apiPort: number
  readonly appVersion: string
  readonly demo: boolean
  /** Whether a hub secret that was lost may be replaced, which revokes every charger's key. */
  readonly newHubSecret: boolean
}

/**
 * From the shell to the hub. `desk` carries one MessagePort: a window's end of the contract. `mayConfigure` asks whether
 * whoever is logged in at that window may change what the shell keeps for the site. `open` lets the hub
 * open its ports, once the window doesn't need the machine for itself. `judgeStripeKey` has Stripe asked about a key,
 * which changes nothing; `stripeKey` is how it stands with the key from now on. `exportPlace` is where a person has
 * let reports be written; whoever holds its ticket may use it once. `driverPages` asks where phones reach the driver's
 * page now.
 */
export type ToHub =
  | { readonly type: 'start'; readonly options: HubOptions; readonly stripeKey: StripeKeyHeld }
  | { readonly type: 'judgeStripeKey'; readonly id: number; readonly key: string }
  | { readonly type: 'stripeKey'; readonly held: StripeKeyHeld }
  | ({ readonly type: 'exportPlace'; readonly id: number } & ExportPlace)
  | { readonly type: 'desk'; readonly windowId: number }
  | { readonly type: 'mayConfigure'; readonly id: number; readonly windowId: number }
  | { readonly type: 'driverPages'; readonly id: number }
  | { readonly type: 'open' }
  | { readonly type: 'stop' }

/** A place that was chosen in the shell's own dialog: a file, or a folder for many. */
export interface ExportPlace {
  readonly ticket: string
  readonly of: 'file' | 'folder'
  readonly path: string
}

/**
 * From the hub to the shell. `failed` ends in the hub's exit. `stripeKeyJudged`, `configureAnswered` and `driverPagesTold` answer the
 * question of that id, and `exportPlaceKnown` says that the ticket can be used.
 */
export type FromHub =
  | {
      readonly type: 'ready'
      readonly ocpp: string
      readonly api: string
      readonly tokenFile: string
      readonly dataDir: string
    }
  | { readonly type: 'failed'; readonly code: string; readonly message: string }
  | { readonly type: 'stripeKeyJudged'; readonly id: number; readonly judged: StripeKeyJudged }
  | { readonly type: 'exportPlaceKnown'; readonly id: number }
  | { readonly type: 'configureAnswered'; readonly id: number; readonly may: boolean }
  | { readonly type: 'driverPagesTold'; readonly id: number; readonly urls: readonly string[] }
  | { readonly type: 'stopped' }

/** Whether a value that came from the other process is one of the hub's messages. */
export function isFromHub(value: unknown): value is FromHub {
  if (!isRecord(value)) return false
  switch (value['type']) {
    case 'ready':
      return areStrings(value['ocpp'], value['api'], value['tokenFile'], value['dataDir'])
    case 'failed':
      return areStrings(value['code'], value['message'])
    case 'stripeKeyJudged':
      return typeof value['id'] === 'number' && isJudged(value['judged'])
    case 'exportPlaceKnown':
      return typeof value['id'] === 'number'
    case 'configureAnswered':
      return typeof value['id'] === 'number' && typeof value['may'] === 'boolean'
    case 'driverPagesTold':
      return (
        typeof value['id'] === 'number' &&
        Array.isArray(value['urls']) &&
        areStrings(...value['urls'])
      )
    default:
      return value['type'] === 'stopped'
  }
}

/** Whether a value that came from the other process is one of the shell's messages. */
export function isToHub(value: unknown): value is ToHub {
  if (!isRecord(value)) return false
  switch (value['type']) {
    case 'start':
      return isHubOptions(value['options']) && isHeld(value['stripeKey'])
    case 'judgeStripeKey':
      return typeof value['id'] === 'number' && typeof value['key'] === 'string'
    case 'stripeKey':
      return isHeld(value['held'])
    case 'exportPlace':
      return (
        typeof value['id'] === 'number' &&
        areStrings(value['ticket'], value['path']) &&
        (value['of'] === 'file' || value['of'] === 'folder')
      )
    case 'desk':
      return typeof value['windowId'] === 'number'
    case 'mayConfigure':
      return typeof value['id'] === 'number' && typeof value['windowId'] === 'number'
    case 'driverPages':
      return typeof value['id'] === 'number'
    default:
      return ['open', 'stop'].some((type) => type === value['type'])
  }
}

function isHeld(value: unknown): value is StripeKeyHeld {
  if (!isRecord(value)) return false
  if (value['state'] === 'held') return typeof value['key'] === 'string'
  return value['state'] === 'locked' || value['state'] === 'none'
}

function isJudged(value: unknown): value is StripeKeyJudged {
  if (!isRecord(value)) return false
  if (value['accepted'] === true)
    return typeof value['livemode'] === 'boolean' && typeof value['accountName'] === 'string'
  const missing = value['missing'] ?? []
  return (
    value['accepted'] === false &&
    areStrings(value['code'], value['message']) &&
    Array.isArray(missing) &&
    areStrings(...missing)
  )
}

function isHubOptions(value: unknown): value is HubOptions {
  return (
    isRecord(value) &&
    areStrings(value['dataDir'], value['appVersion']) &&
    (value['host'] === null || typeof value['host'] === 'string') &&
    isPort(value['ocppPort']) &&
    isPort(value['apiPort']) &&
    typeof value['demo'] === 'boolean' &&
    typeof value['newHubSecret'] === 'boolean'
  )
}

/** How the hub is doing, as a window is told. `failed` carries the hub's own words. */
export type HubState =
  | { readonly state: 'starting' }
  | { readonly state: 'ready' }
  | { readonly state: 'down' }
  | { readonly state: 'failed'; readonly code: string; readonly message: string }

/** The `data` of the window message that carries the MessagePort to the hub. */
export const portMessage = 'laddplan:port'

export type Language = 'en' | 'sv'
export type Theme = 'light' | 'dark'

/** What the native menu asks the window to do. */
export type MenuCommand = 'palette' | 'settings'

export interface SaveTextRequest {
  /** A file name without folders, offered in the dialog. */
  readonly suggestedName: string
  readonly text: string
}

export interface SavePictureRequest {
  readonly suggestedName: string
  /** A PNG file. */
  readonly png: Uint8Array
}

/** What a window has drawn to be printed, and on what: A4, or a roll of 80 mm as long as the longest sheet. */
export interface PaperRequest {
  readonly paper: 'a4' | 'roll80'
  /** Whole millimetres; of a roll alone. */
  readonly heightMm: number
}

export type SavePaperRequest = PaperRequest & { readonly suggestedName: string }

/** The same into a folder that the person has chosen, by its ticket. */
export type SavePaperInRequest = SavePaperRequest & { readonly ticket: string }

export type SaveTextAnswer =
  | { readonly saved: true; readonly path: string }
  | { readonly saved: false; readonly reason: 'cancelled' | 'refused' | 'failed' }

/** Where a report is to be written, as a person has chosen; the ticket is what the hub wants to see. */
export type ChooseExportAnswer =
  | { readonly chosen: true; readonly ticket: string; readonly path: string }
  | { readonly chosen: false; readonly reason: 'cancelled' | 'refused' | 'failed' }

/**
 * What a window may ask the shell for, as `window.laddplan`; absent outside Electron. Functions that
 * take a listener return one that removes it.
 */
export interface ShellBridge {
  readonly appVersion: string
  readonly platform: string
  /** Says that the page listens: the MessagePort to the hub arrives as `portMessage`, and so does each later one. */
  takePorts(): void
  /** Says that the window can be used: the hub may now do what nobody sees, such as opening its ports. */
  canBeUsed(): void
  onHubState(listener: (state: HubState) => void): () => void
  theme(): Promise<Theme>
  onTheme(listener: (theme: Theme) => void): () => void
  onMenuCommand(listener: (command: MenuCommand) => void): () => void
  /** Puts the native menus in the window's language. */
  setLanguage(language: Language): void
  /** Writes a text to a file that the person picks in a dialog. */
  saveText(request: SaveTextRequest): Promise<SaveTextAnswer>
  /** The same with a picture. */
  savePicture(request: SavePictureRequest): Promise<SaveTextAnswer>
  /** Lets the person choose the file that a report is to be written to. */
  chooseExport(request: { readonly suggestedName: string }): Promise<ChooseExportAnswer>
  /** Lets the person choose a folder that reports are to be written into. */
  chooseExportFolder(): Promise<ChooseExportAnswer>
  /** Shows what was written at the place of a ticket, in the system's file manager. */
  showExport(ticket: string): Promise<void>
  print(): Promise<void>
  /** Prints what the window has drawn for paper; false when the person thought better of it. */
  printPaper(request: PaperRequest): Promise<boolean>
  /** Saves the same as a PDF. */
  savePaper(request: SavePaperRequest): Promise<SaveTextAnswer>
  /** Saves it into a folder that was chosen, under that name; what lies there under it is replaced. */
  savePaperIn(request: SavePaperInRequest): Promise<SaveTextAnswer>
  /**
   * Opens a page of the project's own, of Stripe's or the driver's page in the browser, or a letter in the person's mail or message program;
   * false when the link is not allowed, or no program takes it.
   */
  openExternal(url: string): Promise<boolean>
  readonly stripeKey: StripeKeyBridge
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function areStrings(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
}
