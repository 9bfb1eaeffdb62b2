import type { Browser, CDPSession, Page } from 'playwright-core'

/** What Lighthouse takes for a phone on slow 4G. */
const LINE = { latencyMs: 150, downBytes: (1.6 * 1_000_000) / 8, upBytes: (0.75 * 1_000_000) / 8 }
const SLOWER = 4

declare global {
  interface Window {
    usableAt?: number
  }
}

/** How long a fresh browser takes until a page can be used, from going there, ms. */
export async function usableMs(browser: Browser, url: string): Promise<number> {
  return withPhone(browser, async (page, line) => {
    await throttle(line)
    await page.addInitScript(noteWhenUsable)
    await page.goto(url)
    await page.waitForFunction(() => window.usableAt !== undefined)
    return page.evaluate(() => window.usableAt ?? Number.NaN)
  })
}

/** How many bytes of script come over the line at a page's first visit, as they come. */
export async function scriptBytes(browser: Browser, url: string): Promise<number> {
  return withPhone(browser, async (page, line) => {
    const scripts = new Set<string>()
    let bytes = 0
    await line.send('Network.enable')
    line.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId)
    })
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.addInitScript(noteWhenUsable)
    await page.goto(url)
    await page.waitForFunction(() => window.usableAt !== undefined)
    return bytes
  })
}

async function withPhone<Told>(
  browser: Browser,
  act: (page: Page, line: CDPSession) => Promise<Told>,
): Promise<Told> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'en-GB' },
  })
  try {
    const page = await context.newPage()
    return await act(page, await context.newCDPSession(page))
  } finally {
    await context.close()
  }
}

async function throttle(line: CDPSession): Promise<void> {
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: LINE.latencyMs },
    ...{ downloadThroughput: LINE.downBytes, uploadThroughput: LINE.upBytes },
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
}

/** Runs in the page. A button that stands there answers: the page draws it and listens to it in one go. */
function noteWhenUsable(): void {
  const look = (): void => {
    if (document.querySelector('h1') === null || document.querySelector('button') === null) return
    watch.disconnect()
    window.usableAt = performance.now()
  }
  const watch = new MutationObserver(look)
  watch.observe(document, { childList: true, subtree: true })
}
