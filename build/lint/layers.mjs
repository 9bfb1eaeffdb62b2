/**
 * Which room may import what. The type-checking projects forbid most of it too; these walls say why,
 * and hold where a type import would pass.
 */

/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Wall an import that matches is refused */
/** @typedef {{ files: string[], walls: Wall[] }} Layer the last layer that a file is in counts */

/** @type {Wall} */
const noIo = {
  regex:
    '^(node:|(electron|ws|kysely|pino|react|fs|path|crypto|os|net|http)($|/)|react-dom|@mantine/)',
  message: 'shared has no I/O: neither Node, Electron nor the DOM.',
}

/** @type {Wall} */
const onlyShared = {
  regex: '(^|/)(electron|renderer|build|e2e)/',
  message: 'shared imports nothing but shared.',
}

/** @type {Wall} */
const noTransport = {
  regex: '^@orpc/|(^|/)contract/',
  message: 'A rule knows nothing of the contract that carries it.',
}

/** @type {Wall} */
const windowOnly = {
  regex: '^(node:|electron($|/)|ws$|kysely($|/)|pino$)|(^|/)electron/',
  message: 'The window meets the hub through shared/contract alone, and has no Node.',
}

/** @type {Wall[]} */
const phonePage = [
  {
    regex: '^(node:|electron($|/)|react|@mantine/|@tabler/|zustand|i18next|recharts)',
    message: 'The driver’s page is small, and loads over a phone’s network: Preact alone.',
  },
  {
    regex:
      '^(\\.\\./)+(app|approval|features|i18n|live|navigation|payment|session|ui|visit|electron|build|e2e)/',
    message: 'The driver’s page knows shared and itself.',
  },
  {
    regex: '^(zod|@orpc/)|(^|/)contract/',
    message: 'Of the contract the driver’s page takes the types: nothing of it is loaded.',
    allowTypeImports: true,
  },
]

/** @type {Wall} */
const plainNode = {
  regex: '^electron($|/)|(^|/)(renderer|main|preload|launch|demo)/',
  message: 'The hub is plain Node: it runs without Electron and knows no window.',
}

/** @type {Wall} */
const noInside = {
  regex: '(^|/)(hub|demo|renderer)/',
  message: 'The shell starts the hub and shows the window; it knows neither from inside.',
}

/**
 * @param {string} up how a file reaches the folder that holds all features
 * @returns {Wall}
 */
const noSibling = (up) => ({
  regex: `^${up.replaceAll('.', '\\.')}[a-z]`,
  message: 'A feature never imports its sibling: what two need belongs in ui/ or live/.',
})

/** @type {Layer[]} */
export const layers = [
  { files: ['**/shared/**'], walls: [noIo, onlyShared] },
  { files: ['**/shared/{domain,time}/**'], walls: [noIo, onlyShared, noTransport] },
  { files: ['**/renderer/**'], walls: [windowOnly] },
  {
    files: ['**/renderer/{approval,payment,visit,session,ui,live,i18n,navigation}/**'],
    walls: [
      windowOnly,
      {
        regex: '(^|/)(features|app)/',
        message: 'What several screens stand on knows none of them, nor the frame around them.',
      },
    ],
  },
  { files: ['**/renderer/features/*/*'], walls: [windowOnly, noSibling('../')] },
  { files: ['**/renderer/features/*/*/*'], walls: [windowOnly, noSibling('../../')] },
  { files: ['**/renderer/features/*/*/*/*'], walls: [windowOnly, noSibling('../../../')] },
  { files: ['**/renderer/driver/**'], walls: phonePage },
  { files: ['**/renderer/driver/testing/**'], walls: [] },
  { files: ['**/electron/hub/**'], walls: [plainNode] },
  {
    files: ['**/electron/hub/store/*'],
    walls: [
      plainNode,
      {
        // All but `thread-file.ts`, which knows of nothing. (The linter's expressions don't look ahead.)
        regex: '^\\.\\./([a-su-z]|t[^h])',
        message: 'Every room of the hub stands on the store, not the reverse.',
      },
    ],
  },
  {
    files: [
      '**/electron/hub/{adoption,alarm,bill,booking,calendar,command,customer,dispatch,id-token,import,journal,ledger,live,load,payment,planning,site,station,tariff,transaction,vehicle,wire-log}/**',
    ],
    walls: [
      plainNode,
      {
        regex: '^(\\.\\./)+(ocpp|rpc)/',
        message: 'A use case does not know who asks for it, nor over which wire.',
      },
    ],
  },
  {
    files: ['**/electron/{main,preload}/**'],
    walls: [
      noInside,
      { regex: '(^|/)shared/(contract|domain)/', message: 'The shell has no business of its own.' },
    ],
  },
  {
    files: ['**/electron/main/secret/**'],
    walls: [
      noInside,
      {
        // All but `payment`: the regular expressions of the linter know no better way to say so.
        regex: '(^|/)shared/(contract/|domain/([a-oq-z]|p[b-z]))',
        message: 'Of the site’s business this room knows what a key looks like, and no more.',
      },
    ],
  },
  {
    files: ['**/electron/folder/**'],
    walls: [
      {
        regex: '^(\\.\\./|electron($|/))',
        message: 'Who holds a folder is asked by every room: it stands on Node alone.',
      },
    ],
  },
  {
    files: ['**/electron/{launch,demo}/**'],
    walls: [
      {
        regex: '^electron($|/)|(^|/)(hub|main|preload|renderer)/',
        message: 'This room runs on plain Node and reaches the hub over its sockets alone.',
      },
    ],
  },
]

/** Tests, and what they stand on, may read files and open sockets wherever they stand. */
export const testFiles = ['**/*.test.ts', '**/*.test.tsx', '**/test-bench/*.ts']
