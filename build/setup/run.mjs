import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + signal number is not told apart, any signal is 1
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command in the project's folder and collects what it wrote. Never rejects: a command that
 * is not there gives code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, finishes?: boolean }} [options] `finishes` lets it come to its
 *   end when this process is told to go: half an installation is worse than none
 * @returns {Promise<Outcome>}
 */
export function collect(command, args, { env = process.env, finishes = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: finishes,
    })
    if (!finishes) endWithUs(child)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: stderr + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}

/**
 * Runs a command whose output the reader wants to see as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quietStdout?: boolean }} [options] `quietStdout` sends its
 *   standard output to ours for errors
 * @returns {Promise<number>} exit code
 */
export function show(command, args, { env, quietStdout = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: env ?? process.env,
      stdio: ['ignore', quietStdout ? 2 : 'inherit', 'inherit'],
    })
    endWithUs(child)
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Lets SIGTERM and SIGINT end this process by way of its `exit` handlers, which end its children.
 * @returns {() => void} undoes it
 */
export function exitOnSignals() {
  const exits = /** @type {const} */ ([
    ['SIGTERM', () => process.exit(143)],
    ['SIGINT', () => process.exit(130)],
    ['SIGHUP', () => process.exit(129)],
  ])
  for (const [signal, exit] of exits) process.on(signal, exit)
  return () => {
    for (const [signal, exit] of exits) process.off(signal, exit)
  }
}

/**
 * Ends a child when this process ends before it.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithUs(child) {
  const end = () => child.kill()
  process.once('exit', end)
  child.once('close', () => process.off('exit', end))
}

/**
 * The first lines of what a failed command said, for a message.
 * @param {Outcome} outcome
 */
export function excerpt({ stdout, stderr }) {
  const lines = (stderr.trim() || stdout.trim()).split('\n')
  return lines
    .filter((line) => !/^npm error\s*$/.test(line) && !line.startsWith('npm warn'))
    .slice(0, 8)
    .join('\n')
}
