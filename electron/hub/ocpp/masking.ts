const MASK = '•••'

/** The name of the key, whatever its case: OCPP 1.6 §7.7 compares keys without it. */
const NAMED = /authorizationkey/i

/** An object of a frame that holds no other, strings taken whole; the last one may be cut off. */
const INNERMOST = /\{(?:[^{}"]|"(?:[^"\\]|\\.)*(?:"|$))*(?:\}|$)/g

const ITS_KEY = /"key"\s*:\s*"\s*authorizationkey\s*"/i
const ITS_VALUE = /("value"\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|$)|[^\s,}]+)/

/**
 * A frame as it may be logged: the value that goes with the AuthorizationKey is masked, whichever comes first. Works
 * on the text, because a frame is logged as it went.
 */
export function maskedFrame(raw: string): string {
  if (!NAMED.test(raw)) return raw
  return raw.replaceAll(INNERMOST, (entry) =>
    ITS_KEY.test(entry) ? entry.replace(ITS_VALUE, `$1"${MASK}"`) : entry,
  )
}

/** A payload as it may be stored: see `maskedFrame`. */
export function maskedPayload(payload: unknown): unknown {
  const text = JSON.stringify(payload)
  return NAMED.test(text ?? '') ? JSON.parse(maskedFrame(text)) : payload
}
