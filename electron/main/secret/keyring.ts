/** What is used of Electron's `safeStorage`: its asynchronous half, and which keyring Linux has. */
export interface SafeStorage {
  /** Electron 42 answers at once, and with false until its encryptor is there; from 43 on it is a promise. */
  isAsyncEncryptionAvailable(): boolean | Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>
  getSelectedStorageBackend(): string
}

/** A keyring of the operating system's, under which texts are sealed. */
export interface Keyring {
  /** Whether a secret may be entrusted to it. Asks for no password where the system's own keyring asks for none. */
  isSafe(): Promise<boolean>
  /** @throws when the keyring is not safe, or does not answer */
  seal(text: string): Promise<Buffer>
  /** @throws when the keyring doesn't know the key any more, or does not answer */
  open(sealed: Buffer): Promise<{ text: string; sealAgain: boolean }>
}

export interface KeyringTimes {
  /** How long the encryptor may take to come, in ms. */
  readonly patienceMs: number
  readonly waitMs: (ms: number) => Promise<void>
}

const usualTimes: KeyringTimes = {
  patienceMs: 5_000,
  waitMs: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** How often an encryptor that isn't there yet is asked for, in ms. */
const LOOK_AGAIN_MS = 25
/** What Chromium's Linux seals begin with when there is no keyring: the key is a word known to all. */
const KNOWN_TO_ALL = 'v10'

/**
 * The operating system's keyring through Electron's `safeStorage`. On Linux only a seal itself tells whether it is one:
 * where no keyring answers, Chromium seals under a word known to all, whatever backend it names.
 */
export function systemKeyring(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  { patienceMs, waitMs }: KeyringTimes = usualTimes,
): Keyring {
  /** On Electron 42 a call to seal or open before this is true ends the process (electron#51924). */
  const isThere = async (): Promise<boolean> => {
    for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
      if (await safeStorage.isAsyncEncryptionAvailable()) return true
      if (waitedMs >= patienceMs) return false
      await waitMs(LOOK_AGAIN_MS)
    }
  }
  const seal = async (text: string): Promise<Buffer> => {
    if (isBasic()) throw new Error('This desktop has no keyring.')
    if (!(await isThere())) throw new Error('The system’s keyring does not answer.')
    const sealed = await safeStorage.encryptStringAsync(text)
    if (platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === KNOWN_TO_ALL)
      throw new Error('The system’s keyring seals under a key that everybody knows.')
    return sealed
  }
  const isBasic = (): boolean =>
    platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'

  return {
    seal,
    isSafe: () =>
      seal('?').then(
        () => true,
        () => false,
      ),
    open: async (sealed) => {
      if (!(await isThere())) throw new Error('The system’s keyring does not answer.')
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed)
      return { text: result, sealAgain: shouldReEncrypt }
    },
  }
}
