import type { VisitLanguage } from '../../../../shared/domain/visit/visit.ts'
import type { DoorCall, FromDoor, ToDoor } from '../messages.ts'

/** An answer that is there as a whole. */
export interface WholeAnswer {
  readonly kind: 'whole'
  readonly status: number
  readonly body: string
}

/** An answer that goes on: each part is made when the phone has taken the one before. */
export interface LiveAnswer {
  readonly kind: 'live'
  /** The next part; null when there is none any more. It rejects when there should have been. */
  next(): Promise<string | null>
}

/** A question to the hub. Who leaves gets no answer: it rejects. */
export interface Asked<Answer> {
  readonly answer: Promise<Answer>
  leave(): void
}

/** The hub did not answer in time. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** Nobody waits for the answer any more, or the hub has failed at it. */
export class Broken extends Error {
  override name = 'Broken'
}

/** The thread's questions to the hub. */
export interface HubLink {
  call(call: DoorCall): Asked<WholeAnswer | LiveAnswer>
  /** A receipt's page; null where the token opens none. */
  receipt(token: string, language: VisitLanguage): Asked<string | null>
  take(message: ToDoor): void
}

interface Waiter {
  readonly told: (message: ToDoor) => void
  readonly failed: (error: Error) => void
}

/** @param answerMs that the hub may take for an answer, or for the beginning of one that goes on */
export function hubLink(post: (message: FromDoor) => void, answerMs: number): HubLink {
  const waiters = new Map<number, Waiter>()
  let count = 0

  const told = (id: number): Promise<ToDoor> =>
    new Promise((resolve, reject) => waiters.set(id, { told: resolve, failed: reject }))

  const giveUp = (id: number, error: Error): void => {
    const waiter = waiters.get(id)
    waiters.delete(id)
    post({ kind: 'left', id })
    waiter?.failed(error)
  }

  function ask<Answer>(
    question: (id: number) => FromDoor,
    answerOf: (message: ToDoor, id: number) => Answer,
  ): Asked<Answer> {
    const id = (count += 1)
    let isOver = false
    const timer = setTimeout(() => giveUp(id, new NoAnswer()), answerMs)
    const answer = told(id)
      .finally(() => clearTimeout(timer))
      .then((message) => {
        // Nothing more comes of it, but of what goes on.
        isOver = message.kind !== 'begin'
        return answerOf(message, id)
      })
    // Who has left doesn't look at it.
    answer.catch(() => undefined)
    post(question(id))
    return {
      answer,
      leave() {
        if (!isOver) giveUp(id, new Broken())
        isOver = true
      },
    }
  }

  const liveAnswer = (id: number): LiveAnswer => ({
    kind: 'live',
    async next() {
      const part = told(id)
      post({ kind: 'more', id })
      const message = await part
      if (message.kind === 'part') return message.text
      if (message.kind === 'end' && !message.failed) return null
      throw new Broken()
    },
  })

  return {
    call: (call) =>
      ask<WholeAnswer | LiveAnswer>(
        (id) => ({ kind: 'call', id, call }),
        (message, id) => {
          if (message.kind === 'begin') return liveAnswer(id)
          if (message.kind !== 'answer') throw new Broken()
          return { kind: 'whole', status: message.status, body: message.body }
        },
      ),
    receipt: (token, language) =>
      ask(
        (id) => ({ kind: 'receipt', id, token, language }),
        (message) => {
          if (message.kind !== 'page') throw new Broken()
          return message.page
        },
      ),
    take(message) {
      if (message.kind === 'close') return
      const waiter = waiters.get(message.id)
      waiters.delete(message.id)
      waiter?.told(message)
    },
  }
}
