/** A failure with a sentence that says what to do; nobody needs its stack. */
export class SetupError extends Error {}

/**
 * One line about one step, on standard error: standard output belongs to the ready line.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`laddplan: ${line}\n`)
}

/**
 * Runs a script's work and turns a failure into a line and an exit code.
 * @param {() => Promise<number>} work resolves to the exit code
 */
export async function runScript(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
