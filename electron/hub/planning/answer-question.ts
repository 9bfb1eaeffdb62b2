import type { GridAnswer, GridQuestion } from '../../../shared/domain/offer/offers-of.ts'
import { inWatts } from '../../../shared/domain/planning/phase/in-watts.ts'
import { planPhases } from '../../../shared/domain/planning/phase/plan-phases.ts'
import { planEarly } from '../../../shared/domain/planning/plan-early.ts'
import type { Plan } from '../../../shared/domain/planning/plan.ts'
import type { PlanningProblem, PlanSession } from '../../../shared/domain/planning/problem.ts'
import { promiseBook, type PromiseBook } from '../../../shared/domain/planning/promise-book.ts'
import { sixAmp } from '../../../shared/domain/planning/six-amp/six-amp.ts'
import { type Objective, solve } from '../../../shared/domain/planning/solve.ts'
import type { PlannerQuestion, PlannerWords } from './planner-words.ts'

/** A planner that remembers the site's last plan, so that the next one is near it. */
export function answerQuestion(): (question: PlannerQuestion) => unknown {
  let last: Remembered | null = null
  return (question) => {
    switch (question.word) {
      case 'plan': {
        const next = planned(question.asked, last)
        last = { ...next, firstSlot: question.asked.firstSlot }
        return next.plan
      }
      case 'solve':
        return solved(question.asked.problem, question.asked.objective)
      case 'offers':
        return offers(question.asked)
      case 'windows':
        return windows(question.asked)
    }
  }
}

interface Remembered {
  /** The plan as if cars took any power, which the next one follows. */
  readonly free: Plan
  /** What was answered: the minimum or more, or nothing. */
  readonly plan: Plan
  readonly firstSlot: number
}

function planned(
  { early, problem, objective, firstSlot }: Asked<'plan'>,
  last: Remembered | null,
): Pick<Remembered, 'free' | 'plan'> {
  const from = (plan: 'free' | 'plan'): Plan | null =>
    last === null ? null : laterBy(last[plan], firstSlot - last.firstSlot)
  const asked = { early: inWatts(early), problem: inWatts(problem) }
  const { plan: inW, keepsMargins } = planEarly(asked, from('free'), objective)
  const free = planPhases(keepsMargins ? early : problem, inW, objective)
  const plan = sixAmp(keepsMargins ? early : problem, free, objective, from('plan'))
  if (!keepsMargins || plan.unmet.length === free.unmet.length) return { free, plan }
  // Nobody is told of a shortfall that is only one of margins.
  return { free, plan: sixAmp(problem, free, objective, from('plan')) }
}

function solved(problem: PlanningProblem, objective: Objective): Plan {
  const plan = planPhases(problem, solve(inWatts(problem), { objective }), objective)
  return sixAmp(problem, plan, objective)
}

/** A plan as it is seen so many slots later: what is over is no part of it. */
function laterBy(plan: Plan, slots: number): Plan {
  if (slots === 0) return plan
  return {
    ...plan,
    sessions: plan.sessions.map((session) => {
      const over = Math.max(0, slots - session.firstSlot)
      const firstSlot = Math.max(0, session.firstSlot - slots)
      return { ...session, firstSlot, w: session.w.slice(over) }
    }),
  }
}

type Asked<W extends keyof PlannerWords> = PlannerWords[W]['asked']

function offers({ problem, need }: Asked<'offers'>): PlannerWords['offers']['answer'] {
  const book = bookOf(problem, 0)
  const { arrive, depart, maxW, feederId } = need
  const earliest = Math.ceil(arrive)
  const latest = Math.floor(depart)
  const most = (maxW * problem.slotMinutes * Math.max(0, latest - earliest)) / 60
  const wish = { earliest, latest, maxW, feederId, wantWh: most }
  return {
    firstSlot: earliest,
    energyWh: latest > earliest ? [...book.offerCurve(wish)] : [],
    kept: book.shortages().length === 0,
  }
}

function windows({ problem, firstSlot, questions }: Asked<'windows'>): GridAnswer[] {
  const book = bookOf(problem, firstSlot)
  return questions.map((question) => answerFrom(book, question, problem.slotMinutes))
}

function answerFrom(book: PromiseBook, question: GridQuestion, slotMinutes: number): GridAnswer {
  const { like, fromSlot, untilSlot, lengths } = question
  const need = (slots: number) => ({
    earliest: fromSlot,
    latest: untilSlot,
    maxW: like.maxW,
    feederId: like.feederId,
    wantWh: (like.maxW * slots * slotMinutes) / 60,
  })
  return {
    ofLength: lengths.map((length) =>
      [...book.offersOfLength(need(length), length)].map(Math.floor),
    ),
    untilEnd: [...book.offerCurve(need(untilSlot - fromSlot))].map(Math.floor),
  }
}

/** A book of the problem's promises. @param firstSlot what its first slot is called */
function bookOf(problem: PlanningProblem, firstSlot: number): PromiseBook {
  const book = promiseBook({ ...inWatts(problem), firstSlot })
  book.force(
    problem.sessions.map((session) => shifted(session, firstSlot)),
    [],
  )
  return book
}

function shifted(session: PlanSession, by: number): PlanSession {
  return { ...session, arrive: session.arrive + by, depart: session.depart + by }
}
