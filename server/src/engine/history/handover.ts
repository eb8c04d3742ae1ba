import { isSamePerson, kindOfName } from '../words/people.ts'
import type { Course } from './course.ts'
import type { Step } from './history.ts'

/** A change of the operator from one person to another. */
interface Handover {
  readonly step: Step
  readonly from: string
  /** Who was operator at the start, or the first one after it. */
  readonly atStart: string
}

/** The last change from one person to another; a vacancy or a group in between is neither. */
export function lastHandover({ reference, steps }: Course): Handover | undefined {
  let operator = personIn(reference.operator)
  const atStart = operator
  let last: Handover | undefined
  for (const step of steps) {
    const next = personIn(step.after.operator)
    if (next === undefined) continue
    if (operator !== undefined && !isSamePerson(operator, next))
      last = { step, from: operator, atStart: atStart ?? operator }
    operator = next
  }
  return last
}

function personIn(name: string | undefined): string | undefined {
  return name !== undefined && kindOfName(name) === 'person' ? name : undefined
}
