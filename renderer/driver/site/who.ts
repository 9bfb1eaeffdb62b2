/** Whether it may be a phone number, or nothing; the hub has the last word. */
export function isPhoneLike(text: string): boolean {
  return /^$|^\+?[\d\s()/-]{3,30}$/.test(text.trim())
}

/** Whether it may be an address, or nothing; the hub has the last word. */
export function isEmailLike(text: string): boolean {
  return /^$|^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim())
}
