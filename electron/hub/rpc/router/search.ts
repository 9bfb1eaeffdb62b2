import { implement } from '@orpc/server'
import { searchContract } from '../../../../shared/contract/search.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(searchContract).$context<Caller>().use(everyCall)

export function searchRouter(_parts: Pick<RouterParts, 'store'>) {
  return { find: on.find.handler(() => ({ hits: [] })) }
}
