/**
 * Does a thing one at a time: called again meanwhile it is done once more after that, and whoever called waits for the
 * end.
 */
export function alone(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  return () => {
    again = true
    running ??= (async () => {
      try {
        while (again) {
          again = false
          await run()
        }
      } finally {
        running = null
      }
    })()
    return running
  }
}
