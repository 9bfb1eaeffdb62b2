import { normalize, resolve, sep } from 'node:path'

/** The window's origin. A scheme of our own, because file:// pages may read other files. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://laddplan`

/**
 * The file under `folder` that an address of the window's origin names.
 * @param folder absolute path of the built page
 * @returns null when the address is another origin's, leads out of the folder or can't be decoded
 */
export function resourcePath(address: string, folder: string): string | null {
  const path = pathOf(address)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = resolve(folder, normalize(`.${path === '/' ? '/index.html' : path}`))
  return file.startsWith(folder + sep) ? file : null
}

function pathOf(address: string): string | null {
  try {
    const url = new URL(address)
    const isOurs =
      url.protocol === `${appScheme}:` && url.host === 'laddplan' && url.username === ''
    return isOurs ? decodeURIComponent(url.pathname) : null
  } catch {
    return null
  }
}
