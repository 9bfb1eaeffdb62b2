import type { First } from '../../../shared/contract/driver/first.ts'

/** What the hub wrote into the page, once: what is asked for later is newer. Null where it wrote nothing. */
export function takeFirst(): First | null {
  const text = document.querySelector('#first')?.textContent?.trim() ?? ''
  if (text === '') return null
  try {
    // The boundary: the hub holds it to the contract's types.
    return JSON.parse(text) as First | null
  } catch {
    return null
  }
}
