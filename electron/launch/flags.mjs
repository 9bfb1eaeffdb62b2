/**
 * The flags of `npm start`, of the window's main process and of the headless hub: one parser for
 * all three. Plain JavaScript, because the start script reads it on the host's Node, which may not
 * strip types.
 */

/**
 * @typedef {object} Flags
 * @property {boolean} help print the help text and leave
 * @property {boolean} verify verify the ledger of the data folder and leave: the command `verify`
 * @property {boolean} demo start the demo depot's chargers beside the hub
 * @property {number} demoSpeed simulated seconds per second, 1 to 3600
 * @property {boolean} wipeDemo empty the demo depot's folder first
 * @property {boolean} newHubSecret make a new hub secret where the old one is lost, which revokes every charger's key
 * @property {boolean} headless run the hub without a window
 * @property {string | null} data folder for the data; null means the platform's own
 * @property {string | null} host address the API listens on; chargers too when given
 * @property {number} ocppPort port for chargers, 0 for any free one
 * @property {number} apiPort port for the API, 0 for any free one
 */

/** @typedef {{ ok: true, flags: Flags } | { ok: false, message: string }} ParsedFlags */

/** @type {Readonly<Flags>} */
export const defaultFlags = {
  help: false,
  verify: false,
  demo: false,
  demoSpeed: 1,
  wipeDemo: false,
  newHubSecret: false,
  headless: false,
  data: null,
  host: null,
  ocppPort: 9220,
  apiPort: 9221,
}

/**
 * Reads the command, if there is one, and the flags that follow `npm start --`. Values may follow after a space or
 * after `=`.
 * @param {readonly string[]} args without the programme's own name
 * @returns {ParsedFlags} the flags, or a sentence that says what is wrong with them
 */
export function parseFlags(args) {
  const verify = args[0] === 'verify'
  /** @type {Flags} */
  const flags = { ...defaultFlags, verify }
  const queue = args.slice(verify ? 1 : 0)
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    const [name, inline] = splitAtEquals(arg)
    const read = switches.get(name) ?? values.get(name)
    if (read === undefined) return refusal(`There is no flag ${name}; --help lists them.`)
    const isSwitch = switches.has(name)
    if (isSwitch && inline !== null) return refusal(`${name} takes no value.`)
    const value = isSwitch ? '' : (inline ?? queue.shift() ?? '')
    if (!isSwitch && (value === '' || (inline === null && value.startsWith('--'))))
      return refusal(`${name} needs a value; --help shows which.`)
    const problem = read(flags, value)
    if (problem !== null) return refusal(problem)
  }
  if (flags.verify && !onlyChoosesFolder(flags))
    return refusal('verify only goes together with --data or --demo.')
  if (flags.wipeDemo && !flags.demo) return refusal('--wipe-demo only goes together with --demo.')
  return { ok: true, flags }
}

/** @typedef {(flags: Flags, value: string) => string | null} ReadFlag a problem, or null */

/** @type {ReadonlyMap<string, ReadFlag>} */
const switches = new Map([
  ['--help', (flags) => set(flags, { help: true })],
  ['-h', (flags) => set(flags, { help: true })],
  ['--demo', (flags) => set(flags, { demo: true })],
  ['--wipe-demo', (flags) => set(flags, { wipeDemo: true })],
  ['--new-hub-secret', (flags) => set(flags, { newHubSecret: true })],
  ['--headless', (flags) => set(flags, { headless: true })],
])

/** @type {ReadonlyMap<string, ReadFlag>} */
const values = new Map([
  [
    '--demo-speed',
    (flags, value) => {
      const demoSpeed = Number(value)
      return demoSpeed >= 1 && demoSpeed <= 3600
        ? set(flags, { demoSpeed })
        : `--demo-speed is a number from 1 to 3600, not ${value}.`
    },
  ],
  ['--data', (flags, value) => set(flags, { data: value })],
  ['--host', (flags, value) => set(flags, { host: value })],
  [
    '--ocpp-port',
    (flags, value) => portProblem('--ocpp-port', value) ?? set(flags, { ocppPort: Number(value) }),
  ],
  [
    '--api-port',
    (flags, value) => portProblem('--api-port', value) ?? set(flags, { apiPort: Number(value) }),
  ],
])

/**
 * The flags again as arguments, so that one process can hand them to the next.
 * @param {Flags} flags
 * @returns {string[]}
 */
export function flagArguments(flags) {
  const args = flags.verify ? ['verify'] : []
  if (flags.demo) args.push('--demo', '--demo-speed', String(flags.demoSpeed))
  if (flags.wipeDemo) args.push('--wipe-demo')
  if (flags.newHubSecret) args.push('--new-hub-secret')
  if (flags.headless) args.push('--headless')
  if (flags.data !== null) args.push('--data', flags.data)
  if (flags.host !== null) args.push('--host', flags.host)
  args.push('--ocpp-port', String(flags.ocppPort), '--api-port', String(flags.apiPort))
  return args
}

export const helpText = `Laddplan: the desk of an EV charging site.

  npm start -- [flags]
  npm start -- verify [--data DIR | --demo]

  verify               follow the ledger's chain entry by entry, beside a hub that runs or without: progress on
                       standard error, the outcome as one line of JSON on standard output; ends with 0 when it is
                       intact, 1 when it is not, 2 when it can't be verified
  --demo               open the demo depot: simulated chargers, data in a folder of its own
  --demo-speed N       how many times faster than the clock its cars charge (1)
  --wipe-demo          empty the demo depot's folder first
  --new-hub-secret     go on without the file hub-secret that was lost: every charger needs a new key then,
                       every user a new PIN
  --headless           run the hub without a window
  --data DIR           keep the data in DIR (default: the platform's folder for application data)
  --ocpp-port N        port for chargers, 0 for any free one (9220)
  --api-port N         port for other desks, scripts and the API, 0 for any free one (9221)
  --host ADDR          listen on ADDR (default: chargers on every address, the API on 127.0.0.1)
  --help               this text

LADDPLAN_STRIPE_KEY_FILE in the environment names a file of mode 0600 that holds the Stripe key, such as a systemd
credential; without it a key is entered in the window. LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE names one with the signing
secret (whsec_...) of a webhook that Stripe sends to POST /stripe/webhook of a hub without a window; without it Stripe is
asked for events.

When everything serves, one line of JSON goes to standard output:
{"ready":true,"ocpp":"ws://...","api":"http://...","tokenFile":"...","dataDir":"..."}
`

/**
 * Whether nothing is asked for but which folder to look at.
 * @param {Flags} flags
 */
function onlyChoosesFolder(flags) {
  const { data, demo, help, verify } = flags
  const plain = flagArguments({ ...defaultFlags, data, demo, help, verify })
  return flagArguments(flags).join(' ') === plain.join(' ')
}

/** @param {Flags} flags @param {Partial<Flags>} change @returns {null} */
function set(flags, change) {
  Object.assign(flags, change)
  return null
}

/** @param {string} message @returns {ParsedFlags} */
function refusal(message) {
  return { ok: false, message }
}

/** @param {string} arg @returns {[string, string | null]} */
function splitAtEquals(arg) {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1
  return at === -1 ? [arg, null] : [arg.slice(0, at), arg.slice(at + 1)]
}

/** @param {string} name @param {string} value */
function portProblem(name, value) {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) <= 65_535
  return isPort ? null : `${name} is a port number from 0 to 65535, not ${value}.`
}
