import type { ShellBridge } from '../../../shared/process.ts'

/** Saves a PNG picture as a file, in the same ways as `saveText` does a text. */
export async function savePicture(
  suggestedName: string,
  picture: Blob,
): Promise<'saved' | 'cancelled' | 'failed'> {
  // The boundary: the preload put it there, and a browser has none.
  const { laddplan } = globalThis as { laddplan?: Pick<ShellBridge, 'savePicture'> }
  if (laddplan === undefined) {
    download(suggestedName, picture)
    return 'saved'
  }
  const png = new Uint8Array(await picture.arrayBuffer())
  const answer = await laddplan.savePicture({ suggestedName, png })
  if (answer.saved) return 'saved'
  return answer.reason === 'cancelled' ? 'cancelled' : 'failed'
}

function download(name: string, picture: Blob): void {
  const url = URL.createObjectURL(picture)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
