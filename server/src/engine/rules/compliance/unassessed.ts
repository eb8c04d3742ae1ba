import type { Fix } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { auditTrailTemplate } from '../../templates/artifact.ts'
import { insertMissing } from '../../templates/changes.ts'
import { sample } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const complianceUnassessed: Rule = {
  id: 'compliance/unassessed',
  from: { data: 'warning' },
  docs: {
    summary: 'It is known where the pilot takes effect and whether it decides about people.',
    why: 'These two answers decide which documents are required; asked late, they stop a finished system. On average 11 % have their compliance ready, of the best 94 %.',
    remedy:
      'Write down the states and countries where it takes effect, and whether it helps to decide about people.',
    except: 'info where compliance.affectsPeople is false',
    sources: [
      { claim: 'R32', says: 'The jurisdictions and their requirements are mapped to the timeline.' },
      { claim: 'R04', says: 'On average 11 % are ready for compliance, of the best 94 %.' },
    ],
    bad: [
      {
        title: 'Neither is known',
        yaml: `stage: data
#^^^^ warning: Nothing says where it takes effect and whether it helps to decide about people. Write it down: it decides which documents are asked for.
`,
      },
      {
        title: 'Nobody asked whether people are affected',
        yaml: `stage: rollout
compliance:
#^^^^^^^^^ warning
  jurisdictions: [US-TX]
`,
      },
      {
        title: 'No person is affected, and the place is not known',
        yaml: `stage: rollout
compliance:
#^^^^^^^^^ info
  affectsPeople: false
`,
      },
    ],
    good: [
      {
        title: 'Both are answered',
        yaml: `stage: rollout
compliance: { jurisdictions: [US-TX], affectsPeople: false }
`,
      },
      {
        title: 'An empty list is an answer',
        yaml: `stage: data
compliance: { jurisdictions: [], affectsPeople: true }
`,
      },
      { title: 'Too early', yaml: 'stage: ownership\n' },
    ],
  },

  *check(pilot, { jurisdictions, today }) {
    const { compliance } = pilot
    // A value of the wrong kind is the schema's to report.
    if (!compliance && !isAbsent(pilot, 'compliance')) return
    const place = isAbsent(compliance, 'jurisdictions') && jurisdictions.length === 0
    const people = isAbsent(compliance, 'affectsPeople')
    if (!place && !people) return
    const what = [
      place && 'where it takes effect',
      people && 'whether it helps to decide about people',
    ].filter((each) => each !== false)
    yield {
      at: (compliance ?? pilot).keySpan,
      message: `Nothing says ${what.join(' and ')}. Write it down: it decides which documents are asked for.`,
      ...(compliance?.affectsPeople?.value === false ? { severity: 'info' } : {}),
      fixes: (people ? [true, false] : [undefined]).map((affects) => fix(pilot, { place, affects, today })),
    }
  },
}

/** `affects` is what the file should say about people, when it says nothing. */
function fix(
  pilot: Pilot,
  { place, affects, today }: { place: boolean; affects: boolean | undefined; today: IsoDate },
): Fix {
  const whole = {
    ...(place ? { jurisdictions: [sample('US')] } : {}),
    ...(affects === undefined ? {} : { affectsPeople: affects }),
  }
  // A file without the block gets with it what is asked next, once there is one.
  const trail = { artifacts: { auditTrail: auditTrailTemplate(pilot, today) } }
  const titles = {
    true: 'Insert that it decides about people',
    false: 'Insert that it decides about nobody',
    undefined: 'Insert where it takes effect',
  }
  return {
    title: titles[`${affects}`] + (pilot.compliance?.node?.entries.length ? '' : ', with an audit trail'),
    safe: false,
    suggestion: affects !== undefined,
    changes: insertMissing(pilot, 'compliance', { keys: Object.keys(whole), whole: { ...whole, ...trail } }),
  }
}
