import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type {
  StripeKeyForgotten,
  StripeKeyOffered,
  StripeKeyStatus,
  StripeKeyUnlocked,
} from '../../../shared/stripe-key-bridge.ts'
import { isTrustedFrame } from '../trusted-frame.ts'
import type { StripeKeyDesk } from './stripe-key-desk.ts'

/** No text that is longer goes any further, in UTF-16 units. */
const LONGEST = 4_096

/**
 * Answers the windows about the Stripe key. Who asks is checked, and so is what.
 * @param mayConfigure whether whoever is logged in at a window may change the site. @throws when no hub says
 */
export function answerAboutStripeKey(
  desk: StripeKeyDesk,
  mayConfigure: (windowId: number) => Promise<boolean>,
): void {
  ipcMain.handle('laddplan:stripe-key-status', async (event): Promise<StripeKeyStatus | null> =>
    isOurs(event) ? desk.status() : null,
  )
  ipcMain.handle('laddplan:stripe-key-is-locked', (event) => isOurs(event) && desk.isLocked())
  ipcMain.handle(
    'laddplan:stripe-key-offer',
    async (event, key: unknown, passphrase: unknown): Promise<StripeKeyOffered> => {
      if (!isOurs(event) || !isText(key)) return { accepted: false, code: 'refused' }
      if (passphrase !== null && !isText(passphrase)) return { accepted: false, code: 'refused' }
      const may = await mayConfigure(event.sender.id).catch(() => null)
      if (may === null) return { accepted: false, code: 'hubAway' }
      return may ? desk.offer(key, passphrase) : { accepted: false, code: 'refused' }
    },
  )
  ipcMain.handle(
    'laddplan:stripe-key-unlock',
    async (event, passphrase: unknown): Promise<StripeKeyUnlocked> =>
      isOurs(event) && isText(passphrase)
        ? desk.unlock(passphrase)
        : { unlocked: false, code: 'refused' },
  )
  ipcMain.handle('laddplan:stripe-key-forget', async (event): Promise<StripeKeyForgotten> => {
    if (!isOurs(event)) return { forgotten: false, code: 'refused' }
    const may = await mayConfigure(event.sender.id).catch(() => null)
    if (may === null) return { forgotten: false, code: 'notForgotten' }
    return may ? desk.forget() : { forgotten: false, code: 'refused' }
  })
}

function isOurs(event: IpcMainInvokeEvent): boolean {
  return isTrustedFrame(event.senderFrame)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST
}
