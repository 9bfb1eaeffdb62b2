import { useTranslation } from 'react-i18next'
import type { Customer, CustomerWords } from '../../../shared/domain/customer/customer.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { inert } from '../../ui/inert.ts'
import { useUndo } from './use-undo.ts'

/** What can be done to customers; putting one aside and bringing it back can be undone in the status bar. */
export function useCustomerActs() {
  const { t } = useTranslation('fleet')
  const hub = useClient()
  const undo = useUndo()
  const adding = useAct((words: CustomerWords) => hub.customer.create(words))
  const changing = useAct((patch: Partial<CustomerWords> & { id: string }) =>
    hub.customer.update(patch),
  )
  const archiving = useAct((customer: Customer) => hub.customer.archive({ id: customer.id }))
  const restoring = useAct((customer: Customer) => hub.customer.restore({ id: customer.id }))
  const merging = useAct((pair: { id: string; from: string }) => hub.customer.merge(pair))
  const say = (act: 'added' | 'saved' | 'archived' | 'restored', customer: Customer) =>
    t(`said.${act}`, { name: inert(customer.name, 60).text })

  return {
    adding,
    changing,
    archiving,
    restoring,
    merging,
    add: async (words: CustomerWords) => {
      const customer = await adding.run(words)
      if (customer) tellAct(say('added', customer))
      return customer
    },
    change: async (id: string, patch: Partial<CustomerWords>) => {
      const customer = await changing.run({ ...patch, id })
      if (customer) tellAct(say('saved', customer))
      return customer
    },
    archive: async (customer: Customer) => {
      const done = await archiving.run(customer)
      const back = () => hub.customer.restore({ id: customer.id })
      if (done) tellAct(say('archived', done), undo(back, say('restored', done)))
      return done !== undefined
    },
    restore: async (customer: Customer) => {
      const done = await restoring.run(customer)
      const back = () => hub.customer.archive({ id: customer.id })
      if (done) tellAct(say('restored', done), undo(back, say('archived', done)))
      return done !== undefined
    },
    merge: async (kept: Customer, from: Customer) => {
      const done = await merging.run({ id: kept.id, from: from.id })
      const names = { from: inert(from.name, 60).text, name: inert(kept.name, 60).text }
      if (done) tellAct(t('said.merged', names))
      return done !== undefined
    },
  }
}
