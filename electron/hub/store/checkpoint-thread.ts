import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

/** The thread that carries the write-ahead log into the database, each time it is asked to. */
if (parentPort === null) throw new Error('This file runs as a worker thread of the hub.')
const port = parentPort
const database = new DatabaseSync(String(workerData))
database.exec('pragma synchronous = full')
database.exec('pragma mmap_size = 0')
port.on('message', () => {
  // What is committed meanwhile stays; nobody waits for it.
  try {
    database.exec('pragma wal_checkpoint(passive)')
    port.postMessage(true)
  } catch {
    port.postMessage(false) // a full disk, say: what is committed is in the log all the same
  }
})
