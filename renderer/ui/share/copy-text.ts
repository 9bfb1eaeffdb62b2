/** Whether a text reached the clipboard; `byHand` when the computer refused and the reader must press the keys. */
export type Copied = 'copied' | 'byHand'

/** Copies a text: the clipboard where this window may write to it, otherwise the old command on `field`. */
export async function copyText(text: string, field: HTMLElement | null): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    if (field) selectAll(field)
    // Deprecated, and the only way left where the clipboard permission is denied.
    return document.execCommand('copy') ? 'copied' : 'byHand'
  }
}

function selectAll(field: HTMLElement): void {
  const range = document.createRange()
  range.selectNodeContents(field)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
