import { affectsPeople } from '../../pilot/compliance.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Rule } from '../rule.ts'

export const complianceBiasUnresolved: Rule = {
  id: 'compliance/bias-unresolved',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'A measured gap between groups is below its threshold, or closed.',
    why: 'A gap of 34 % that is known and open is worse than one that nobody measured: it stops production when it is found, and the rework costs 15 times what it would have cost before.',
    remedy: 'Find its cause, close it, test again, and record the date.',
    except: 'warning unless it helps to decide about people',
    sources: [
      { claim: 'R28', says: 'Bias is tested as part of quality assurance.' },
      {
        claim: 'R31',
        says: 'A bias that was found, 34 % in the example, has to be resolved; doing so afterwards cost 15 times as much.',
      },
    ],
    bad: [
      {
        title: 'People are affected',
        yaml: `stage: rollout
compliance:
  affectsPeople: true
  artifacts:
    biasTesting: { status: done, date: 2026-02-24, gap: 34, threshold: 5 }
#                                                       ^^ error: The test found a gap of 34 between groups, over the threshold of 5. Close it, test again, and write down the day.
`,
      },
      {
        title: 'People will be affected',
        yaml: `stage: data
compliance: { affectsPeople: true, artifacts: { biasTesting: { gap: 34, threshold: 5 } } }
#                                                                   ^^ warning
`,
      },
      {
        title: 'Nobody is affected',
        yaml: `stage: rollout
compliance:
  affectsPeople: false
  artifacts:
    biasTesting:
      gap: 6
#          ^ warning
      threshold: 5
`,
      },
    ],
    good: [
      {
        title: 'Under the threshold',
        yaml: `stage: rollout
compliance: { affectsPeople: true, artifacts: { biasTesting: { status: done, gap: 1.1, threshold: 3 } } }
`,
      },
      {
        title: 'Closed and tested again',
        yaml: `stage: rollout
compliance: { affectsPeople: true, artifacts: { biasTesting: { status: done, gap: 34, threshold: 5, resolved: 2026-03-06 } } }
`,
      },
      {
        title: 'At the threshold, and without one',
        yaml: `stage: rollout
compliance: { affectsPeople: true, artifacts: { biasTesting: { status: done, gap: 5, threshold: 5 } } }
`,
      },
    ],
  },

  *check(pilot) {
    const test = pilot.compliance?.artifacts?.biasTesting
    const { gap, threshold } = test ?? {}
    if (!gap || !threshold || gap.value <= threshold.value || !isAbsent(test, 'resolved')) return
    yield {
      at: gap.span,
      message: `The test found a gap of ${gap.value} between groups, over the threshold of ${threshold.value}. Close it, test again, and write down the day.`,
      ...(affectsPeople(pilot) ? {} : { severity: 'warning' }),
      related: [{ message: 'The threshold.', span: threshold.span }],
    }
  },
}
