import { z } from 'zod'

/** Whether all digits are the same, or each is one more, or each one less, than the one before. */
function isRun(pin: string): boolean {
  const digits = [...pin].map(Number)
  return [0, 1, -1].some((step) =>
    digits.every((digit, index) => index === 0 || digit - (digits[index - 1] ?? 0) === step),
  )
}

/** What is typed where a PIN is asked for; whether it is anybody's is another matter. */
export const typedPin = z.string().regex(/^\d{4,8}$/, 'A PIN has 4 to 8 digits.')

/** A PIN that somebody chooses: 4 to 8 digits, but none of those that are tried first. */
export const newPin = typedPin.refine(
  (pin) => !isRun(pin),
  'Choose another: not the same digit again and again, nor digits in order.',
)
