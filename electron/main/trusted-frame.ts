import { appOrigin } from './resource-path.ts'

/** What is known of a frame that sends a message or asks for a permission. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Whether a message comes from our own page itself: not from a frame in it, nor a page that left. */
export function isTrustedFrame(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isAppAddress(frame.url)
}

/** Whether an address belongs to the window's origin. */
export function isAppAddress(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`)
}
