/**
 * What a payer tells the bank so that the payment finds its invoice: the number and a check digit by modulus 10
 * (Luhn), as Bankgirot's OCR references have it.
 */
export function referenceNumber(number: number): string {
  const digits = String(number)
  return `${digits}${checkDigit(digits)}`
}

/** Whether the last digit is the check digit of those before. */
export function isReferenceNumber(text: string): boolean {
  return /^\d{2,25}$/.test(text) && text.endsWith(checkDigit(text.slice(0, -1)))
}

function checkDigit(digits: string): string {
  let sum = 0
  // From the right each second digit counts twice, and of two digits both count.
  for (const [index, digit] of [...digits].toReversed().entries()) {
    const counted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += counted > 9 ? counted - 9 : counted
  }
  return String((10 - (sum % 10)) % 10)
}
