import type { ShellBridge } from '../../../shared/process.ts'

/**
 * Saves a text as a file: through the desktop shell's dialog where there is one, otherwise as a download.
 * Tells whether it was saved; `cancelled` when the person changed their mind.
 */
export async function saveText(
  suggestedName: string,
  text: string,
): Promise<'saved' | 'cancelled' | 'failed'> {
  // The boundary: the preload put it there, and a browser has none.
  const { laddplan } = globalThis as { laddplan?: Pick<ShellBridge, 'saveText'> }
  if (laddplan === undefined) {
    download(suggestedName, text)
    return 'saved'
  }
  const answer = await laddplan.saveText({ suggestedName, text })
  if (answer.saved) return 'saved'
  return answer.reason === 'cancelled' ? 'cancelled' : 'failed'
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
