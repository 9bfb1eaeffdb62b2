import { AUTHORIZATION_KEY } from '../../../shared/domain/command/command.ts'

const MASK = '•••'

/**
 * A frame as it may be logged: the value that goes with the AuthorizationKey is masked, whichever comes first. Works
 * on the text, because a frame is logged as it went.
 */
export function maskedFrame(raw: string): string {
  if (!raw.includes(AUTHORIZATION_KEY)) return raw
  return raw.replaceAll(/\{[^{}]*"AuthorizationKey"[^{}]*\}/g, (entry) =>
    entry.replace(/("value"\s*:\s*)"(?:[^"\\]|\\.)*"/, `$1"${MASK}"`),
  )
}

/** A payload as it may be stored: see `maskedFrame`. */
export function maskedPayload(payload: unknown): unknown {
  const text = JSON.stringify(payload)
  return text?.includes(AUTHORIZATION_KEY) ? JSON.parse(maskedFrame(text)) : payload
}
