import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceDetail } from '../../../../../shared/contract/invoice.ts'
import type { Invoice } from '../../../../../shared/domain/invoice/invoice.ts'
import { shell } from '../../../../live/shell.ts'
import { forgetWork, tellWork } from '../../../../live/tray.ts'
import { useClient } from '../../../../live/use-live.ts'
import { newId } from '../../../../live/new-id.ts'
import { chooseFolder, showTarget, type Target } from '../../export/target.ts'
import { useJobInTray } from '../../export/use-job-in-tray.ts'
import { useInvoiceFileName } from '../paper/use-file-name.ts'

/** All papers of a run as PDF, and their lines as CSV, in a folder that a person chooses. */
export interface SaveAll {
  readonly busy: boolean
  readonly error: unknown
  /** The paper that is to be drawn now, so that it can be saved. */
  readonly drawing: InvoiceDetail | null
  /** To be told when it is drawn. */
  readonly onDrawn: () => void
  begin(invoices: readonly Invoice[]): Promise<void>
}

export function useSaveAll(): SaveAll {
  const { t } = useTranslation('invoice')
  const hub = useClient()
  const fileName = useInvoiceFileName()
  const inTray = useJobInTray()
  const [drawing, setDrawing] = useState<InvoiceDetail | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const drawn = useRef(Promise.withResolvers<void>())
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      // Whoever goes elsewhere takes the papers along: none is drawn any more.
      isGone.current = true
      drawn.current.resolve()
    }
  }, [])

  /** Draws one paper and has the shell make a PDF of it: one after the other, since the window is what is printed. */
  const save = async (id: string, target: Target): Promise<string | null> => {
    const detail = await hub.invoice.get({ id })
    drawn.current = Promise.withResolvers()
    setDrawing(detail)
    await drawn.current.promise
    const suggestedName = fileName(detail.invoice)
    if (isGone.current) return suggestedName
    const answer = await shell()?.savePaperIn({
      ...{ ticket: target.ticket, suggestedName, paper: 'a4', heightMm: 297 },
    })
    setDrawing(null)
    return answer?.saved === true ? null : suggestedName
  }

  const begin = async (invoices: readonly Invoice[]): Promise<void> => {
    setError(null)
    setBusy(true)
    const id = newId()
    let stopped = false
    const of = invoices.length
    try {
      const target = await chooseFolder()
      if (target === null) return
      const tell = (
        state: 'running' | 'done' | 'failed' | 'cancelled',
        words: string,
        percent: number,
      ) =>
        tellWork({
          ...{ id, title: t('run.saving'), state, words, percent },
          onCancel: () => (stopped = true),
          onShow: () => showTarget(target),
        })
      const [first] = invoices
      const last = invoices.at(-1)
      if (first === undefined || last === undefined) return
      const numbers = { first: first.number, last: last.number }
      const lines = await hub.accounting.export({
        file: {
          ...{ kind: 'invoices', firstDay: first.issuedOn, lastDay: last.issuedOn },
          ...{ firstNumber: numbers.first, lastNumber: numbers.last },
        },
        ...{ ticket: target.ticket, fileName: `${t('run.csvName', numbers)}.csv` },
      })
      inTray(lines, target)
      for (const [done, invoice] of invoices.entries()) {
        const percent = (100 * done) / of
        if (stopped) return tell('cancelled', t('run.savingStopped', { done, of }), percent)
        tell('running', t('run.savingOf', { done, of }), percent)
        const failed = await save(invoice.id, target)
        if (isGone.current) return tell('cancelled', t('run.savingStopped', { done, of }), percent)
        if (failed !== null) return tell('failed', t('run.savingFailed', { name: failed }), percent)
      }
      tell('done', t('run.saved', { count: of }), 100)
    } catch (failure) {
      forgetWork(id)
      setError(failure)
    } finally {
      setDrawing(null)
      setBusy(false)
    }
  }
  return { busy, error, drawing, onDrawn: () => drawn.current.resolve(), begin }
}
