/** What a window runs on, as its user agent tells it. */
export type Runtime = { name: 'electron' | 'chromium' | 'browser'; version: string }

/** Electron's and Chromium's versions; the whole user agent when it names neither. */
export function runtimeOf(userAgent: string): Runtime[] {
  const known = [
    { name: 'electron', version: /Electron\/(\S+)/.exec(userAgent)?.[1] },
    { name: 'chromium', version: /Chrome\/(\S+)/.exec(userAgent)?.[1] },
  ] as const
  const told = known.flatMap(({ name, version }) =>
    version === undefined ? [] : [{ name, version }],
  )
  return told.length > 0 ? told : [{ name: 'browser', version: userAgent }]
}
