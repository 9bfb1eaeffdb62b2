import { AUTHORIZATION_KEY } from '../../../../shared/domain/command/command.ts'

/** Keys whose value proves the station: never shown, and set only where keys are issued. OCPP 1.6 security whitepaper. */
const secretKeys = new Set([AUTHORIZATION_KEY.toLowerCase()])

/** Whether a key's value must never reach a screen, a file or a log. Keys compare without case (OCPP 1.6 §5.8). */
export function isSecretKey(key: string): boolean {
  return secretKeys.has(key.trim().toLowerCase())
}
