import type { Change, Fix } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { hole, sample, type TemplateBlock } from '../yaml/template.ts'
import { insertAt } from './changes.ts'

/**
 * The decision that ends a pilot, either way, with its reason. To scale is for a person to say: the numbers for it may be
 * missing, which is said of the decision once it stands there.
 */
export function outcomeTemplate(decision: 'scale' | 'stop', today: IsoDate): TemplateBlock {
  return {
    decision: decision === 'scale' ? sample(decision) : decision,
    date: sample(today),
    by: hole('who decided'),
    because: hole('the numbers that decided it'),
    learned: [hole('what the next pilot should know')],
  }
}

/** The changes that end a pilot on purpose: its outcome with the reason, and its stage. */
export function stopChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const outcome = insertAt(pilot, ['outcome'], outcomeTemplate('stop', today))
  return pilot.stage ? [{ do: 'replace', span: pilot.stage.span, text: 'stopped' }, outcome] : [outcome]
}

/** The two ways to end a pilot, of which a person chooses one; none where an outcome is written. */
export function endings(pilot: Pilot, today: IsoDate): readonly Fix[] {
  if (pilot.outcome) return []
  const scales = [insertAt(pilot, ['outcome'], outcomeTemplate('scale', today))]
  return [
    { title: 'Record that it scales', safe: false, suggestion: true, changes: scales },
    { title: 'Record that it stops', safe: false, changes: stopChanges(pilot, today) },
  ]
}
