import { parentPort } from 'node:worker_threads'
import { answerQuestion } from './answer-question.ts'
import type { PlannerAnswer, PlannerQuestion } from './planner-words.ts'

// The hub's planner: answers one question after the other, so that nobody else waits while it thinks.
const port = parentPort
if (port === null) throw new Error('The planner runs in a thread of the hub.')
const answers = answerQuestion()
port.on('message', (question: PlannerQuestion) => {
  port.postMessage(answered(question))
})

function answered(question: PlannerQuestion): PlannerAnswer {
  try {
    return { id: question.id, answer: answers(question) }
  } catch (error) {
    return { id: question.id, failed: error instanceof Error ? error.message : String(error) }
  }
}
