/** The most digits that a PIN has. */
const MOST = 8
const LEAST = 4

/** What is typed of a PIN, without all that is no digit. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/\D/g, '').slice(0, MOST)
}

/** Whether it is long enough to be one. */
export function canBePin(pin: string): boolean {
  return pin.length >= LEAST
}

/** What a key makes of the digits that stand there; undefined where it is no key of a PIN. */
export function afterKey(pin: string, key: string): string | undefined {
  if (/^\d$/.test(key)) return digitsOf(pin + key)
  return key === 'Backspace' ? pin.slice(0, -1) : undefined
}
