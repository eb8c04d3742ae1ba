import { addMonths, type IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { hole, sample, type TemplateBlock } from '../yaml/template.ts'

/** The playbook in its four parts, with training for each role of the workflow. */
export function adoptionTemplate(pilot: Pilot, today: IsoDate): TemplateBlock {
  const roles = pilot.workflow?.roles?.items.map(({ value }) => value) ?? []
  return {
    playbook: hole('path of the adoption playbook'),
    training:
      roles.length > 0
        ? roles.map((role) => trainingTemplate(role, today))
        : [trainingTemplate(undefined, today)],
    reporting: hole('how managers see who uses it, and how often'),
    edgeCases: hole('what people do when it has no good answer'),
    governance: hole('who looks after it, and how often'),
    usageCheck: sample(usageCheckDate(pilot, today)),
  }
}

/** The training of one role; without a role, of one that has to be named. */
export function trainingTemplate(role: string | undefined, today: IsoDate): TemplateBlock {
  return {
    role: role ?? hole('role whose work changes'),
    format: hole('what the training consists of'),
    by: sample(addMonths(today, 1)),
  }
}

/** Six months after production begins, or after today when nothing says when that is. */
function usageCheckDate(pilot: Pilot, today: IsoDate): IsoDate {
  const live = pilot.outcome?.date?.value ?? pilot.timeline?.productionBy?.value ?? today
  return addMonths(live < today ? today : live, 6)
}
