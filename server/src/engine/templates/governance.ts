import type { Fix } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import type { Phase } from '../pilot/governance.ts'
import type { Governance, Pilot } from '../pilot/model.generated.ts'
import { choice, hole, sample, type TemplateBlock } from '../yaml/template.ts'
import { fillAbsent } from './changes.ts'

/** What a phase asks for, with all that the phases before it asked for. */
export function governanceTemplate(pilot: Pilot, phase: Phase, today: IsoDate): TemplateBlock {
  const crawl: TemplateBlock = {
    phase,
    budgetOwner: pilot.owners?.sponsor?.name?.value ?? hole('full name'),
    checkIn: choice('weekly', 'daily'),
    dashboard: hole('path of the page that shows the numbers'),
    escalation: hole('who is asked when something is stuck, and how fast'),
  }
  if (phase === 'crawl') return crawl
  const walk: TemplateBlock = {
    ...crawl,
    steeringCommittee: hole('the groups in it, and how often they meet'),
    review: choice('monthly', 'fortnightly', 'weekly'),
    changeProcess: hole('how changes are requested and approved'),
    lastReview: sample(today),
    returnMeasured: sample(today),
  }
  if (phase === 'walk') return walk
  return {
    ...walk,
    businessReview: choice('quarterly', 'monthly'),
    trainingProgramme: hole('the lasting training for new users'),
    improvement: hole('how it is improved step by step'),
  }
}

/** The day on which its performance was reviewed the last time. */
export function insertReview(governance: Governance, today: IsoDate): Fix {
  const changes = fillAbsent(governance, { lastReview: sample(today) })
  return { title: 'Insert the day of the latest review', safe: false, changes }
}
