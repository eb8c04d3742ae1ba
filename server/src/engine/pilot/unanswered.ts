import { isNoAnswer } from '../words/placeholder.ts'
import { wordSet } from '../words/word-set.ts'

/** Whether a key asks for what a pilot has to have, and the text says only that it is not there. */
export function isUnanswered(key: string, text: string): boolean {
  return ASKED.has(key) && isNoAnswer(text)
}

/** Of other keys, such as `exceptions`, "none" may be the answer. */
const ASKED: ReadonlySet<string> = wordSet(
  'summary team statement what metric source owner by decidedBy go stop means runbook plan playbook map exit',
  'accountability mandate engineering product data compliance business successor reason because learned path',
  'edgeCases failureModes friction rules contents decisionPoints reporting governance budgetOwner dashboard',
  'escalation steeringCommittee changeProcess trainingProgramme improvement',
)
