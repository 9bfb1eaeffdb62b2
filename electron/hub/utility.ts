import type { SupportedMessagePort } from '@orpc/client/message-port'
import { type FromHub, isToHub } from '../../shared/process.ts'
import { type Hub, startHub } from './hub.ts'
import { probeStripeKey } from './payment/stripe/probe-key.ts'
import { standInUrl } from './payment/stripe/stand-in.ts'
import { exportGrants } from './report/grants.ts'
import { holdStripeKey } from './payment/stripe-key.ts'

/** The hub as a child of the shell: it is told to start, is handed windows' ports, and is told to stop. */

interface Message {
  data: unknown
  ports: (SupportedMessagePort & { start(): void })[]
}

/** Electron's end of the channel to the main process; described here since the hub never imports electron. */
interface ParentPort {
  on(event: 'message', listener: (message: Message) => void): void
  postMessage(message: FromHub): void
}

const parent = (process as unknown as { parentPort: ParentPort | undefined }).parentPort
if (!parent)
  throw new Error('This file runs as a utility process. For a hub without a window start cli.ts.')
serve(parent)

function serve(shell: ParentPort): void {
  let starting: Promise<Hub> | undefined
  const desks = Promise.withResolvers<Hub['desks']>()
  const mayOpen = Promise.withResolvers<void>()
  const grants = exportGrants()
  const stripeStandIn = standInUrl(process.env)
  const stripeKey = holdStripeKey(probeStripeKey(stripeStandIn))

  shell.on('message', ({ data, ports }) => {
    if (!isToHub(data)) return
    switch (data.type) {
      case 'start':
        stripeKey.hold(data.stripeKey)
        starting ??= startHub(data.options, {
          onDesks: desks.resolve,
          mayOpen: mayOpen.promise,
          stripeKey,
          stripeStandIn,
          exportGrants: grants,
        })
        starting.then(
          ({ ocppUrl, apiUrl, tokenFile, dataDir }) =>
            shell.postMessage({ type: 'ready', ocpp: ocppUrl, api: apiUrl, tokenFile, dataDir }),
          (error: unknown) => {
            const { name, message } = error instanceof Error ? error : new Error(String(error))
            shell.postMessage({ type: 'failed', code: name, message })
            setTimeout(() => process.exit(1), 100)
          },
        )
        break
      case 'judgeStripeKey':
        void stripeKey
          .judge(data.key)
          .then((judged) => shell.postMessage({ type: 'stripeKeyJudged', id: data.id, judged }))
        break
      case 'stripeKey':
        stripeKey.hold(data.held)
        break
      case 'exportPlace':
        grants.grant(data)
        shell.postMessage({ type: 'exportPlaceKnown', id: data.id })
        break
      case 'desk':
        void desks.promise.then(({ serve: serveDesk }) => {
          for (const port of ports) serveDesk(port, data.windowId)
        })
        break
      case 'mayConfigure':
        void desks.promise
          .then(({ mayConfigure }) => mayConfigure(data.windowId))
          .then((may) => shell.postMessage({ type: 'configureAnswered', id: data.id, may }))
        break
      case 'driverPages':
        starting?.then(
          ({ driverPages }) =>
            shell.postMessage({ type: 'driverPagesTold', id: data.id, urls: driverPages() }),
          // The shell is told that it failed, and asks nothing more.
          () => undefined,
        )
        break
      case 'open':
        mayOpen.resolve()
        break
      case 'stop':
        mayOpen.resolve()
        void stop()
        break
    }
  })

  async function stop(): Promise<void> {
    await (await starting)?.close()
    shell.postMessage({ type: 'stopped' })
    setTimeout(() => process.exit(0), 50)
  }
}
