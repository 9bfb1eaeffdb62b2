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
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, signal?: AbortSignal }} [options]
 * @returns {Promise<Outcome>}
 */
export function collect(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
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
    const end = () => child.kill()
    process.once('exit', end)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', end)
      resolve(code ?? 1)
    })
  })
}

/** Lets SIGTERM and SIGINT end this process by way of its `exit` handlers, which end its children. */
export function exitOnSignals() {
  process.once('SIGTERM', () => process.exit(143))
  process.once('SIGINT', () => process.exit(130))
}

/**
 * The last lines of what a failed command said, for a message.
 * @param {Outcome} outcome
 */
export function tail({ stdout, stderr }) {
  return (stderr.trim() || stdout.trim()).split('\n').slice(-8).join('\n')
}
