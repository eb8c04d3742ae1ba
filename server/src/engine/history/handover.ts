import { isSlipOf } from '../schema/suggest.ts'
import { isSamePerson, kindOfName, personKey } from '../words/people.ts'
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
  // As the present operator was first called: nobody becomes another one name at a time.
  let called = operator
  const atStart = operator
  let last: Handover | undefined
  for (const step of steps) {
    const next = personIn(step.after.operator)
    if (next === undefined) continue
    const from = [operator, called].find((name) => name !== undefined && !mayBe(name, next))
    if (from !== undefined) last = { step, from, atStart: atStart ?? from }
    if (from !== undefined || called === undefined) called = next
    operator = next
  }
  return last
}

/** Whether two names may be one person's: of a single name nobody knows whose it is. */
function mayBe(a: string, b: string): boolean {
  return isSamePerson(a, b) || isPartOf(a, b) || isPartOf(b, a) || isLonger(a, b) || isMisspelt(a, b)
}

/** Whether one is called as the other and has a family name more, as `Ana Ruiz` and `Ana Ruiz-Keller`: nobody else is by chance. */
function isLonger(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map((name) => personKey(name).split(/[\s-]/))
    .sort((x, y) => x.length - y.length)
  if (!short || !long || short.length < 2 || short[0] !== long[0]) return false
  return short.every((word) => long.includes(word))
}

/** Whether one family name is the other with a letter too many or too few, or two swapped. Another letter makes another name. */
function isMisspelt(a: string, b: string): boolean {
  const [one, other] = [personKey(a).split(' '), personKey(b).split(' ')]
  const [last = '', otherLast = ''] = [one.pop(), other.pop()]
  const isOther = last.length === otherLast.length && [...last].sort().join() !== [...otherLast].sort().join()
  const isSlip = !isOther && Math.min(last.length, otherLast.length) > 5 && isSlipOf(last, otherLast)
  return isSlip && one.length > 0 && one.join(' ') === other.join(' ')
}

/** Whether a name is a single one, and one of those of another. */
function isPartOf(single: string, name: string): boolean {
  return personKey(name).split(' ').includes(personKey(single))
}

function personIn(name: string | undefined): string | undefined {
  return name !== undefined && kindOfName(name) === 'person' ? name : undefined
}
