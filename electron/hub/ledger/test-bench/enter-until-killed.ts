import { openStore } from '../../store/store.ts'
import { post } from '../post.ts'
import { newId, somePosting } from './ledger-site.ts'

// Run with a database's file: enters several entries at a time, tells which are acknowledged, and never ends by itself.
const [file = ''] = process.argv.slice(2)
const store = await openStore({ file, clock: Date.now, newId })

const enterOn = (number: number): void => {
  void store
    .work('Kim', (tx) => [post(tx, somePosting(number)), post(tx, somePosting(number + 1))])
    .then(([, entry]) => {
      process.send?.(entry?.id)
      enterOn(number + 1)
    })
}
for (let number = 0; number < 30; number += 1) enterOn(number)
