import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** The thread that carries the write-ahead log into the database, each time it is asked to. */
if (parentPort === null) throw new Error('This file runs as a worker thread of the hub.')
const port = parentPort
let database: DatabaseSync | undefined
port.on('message', () => {
  // What is committed meanwhile stays; nobody waits for it.
  try {
    database ??= open()
    database.exec('pragma wal_checkpoint(passive)')
    port.postMessage(true)
  } catch {
    port.postMessage(false) // a full disk, say: what is committed is in the log all the same
  }
})

function open(): DatabaseSync {
  const opened = new DatabaseSync(String(workerData))
  try {
    opened.exec('pragma synchronous = full')
    opened.exec('pragma mmap_size = 0')
    return opened
  } catch (error) {
    opened.close()
    throw error
  }
}
