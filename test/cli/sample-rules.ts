import { isAbsent } from '../../server/src/engine/pilot/located.ts'
import type { Docs, Rule } from '../../server/src/engine/rules/rule.ts'
import { hole } from '../../server/src/engine/yaml/template.ts'

const docs: Docs = {
  summary: 'A pilot has what this rule wants.',
  why: 'Without it the report would have nothing to show.',
  remedy: 'Write it down.',
  sources: [{ claim: 'M20', says: 'It is needed.' }],
  bad: [{ title: 'Without it', yaml: 'stage: ownership\n' }],
  good: [{ title: 'With it', yaml: 'stage: ownership\nteam: supply-chain\n' }],
}

const teamMissing: Rule = {
  id: 'sample/team-missing',
  from: { criteria: 'warning', ownership: 'error' },
  options: { least: 3 },
  docs: {
    ...docs,
    options: { least: 'The fewest people that make a team.' },
    suppress: 'When the team is not formed yet.',
  },
  *check(pilot) {
    if (!isAbsent(pilot, 'team')) return
    const fix = { do: 'insert', into: pilot, path: ['team'], value: hole('the team') } as const
    yield {
      at: pilot.keySpan,
      message: 'No team is named. Name the team whose work changes.',
      fixes: [{ title: 'Insert the team', safe: false, changes: [fix] }],
    }
  },
}

const endsEarly: Rule = {
  id: 'sample/ends-early',
  from: { criteria: 'error' },
  needs: ['today'],
  docs,
  *check({ timeline }) {
    if (!timeline?.start || !timeline.end || timeline.end.value > timeline.start.value) return
    const { span, value } = timeline.start
    yield {
      at: timeline.end.span,
      message: `The pilot ends on ${timeline.end.value} and starts on ${value}. Correct one of the two.`,
      related: [{ span, message: 'it starts here' }],
      fixes: [
        { title: 'Swap the days', safe: true, changes: [{ do: 'replace', span, text: timeline.end.value }] },
      ],
    }
  },
}

const titleShort: Rule = {
  id: 'sample/title-short',
  from: { criteria: 'info' },
  docs,
  *check({ title }) {
    if (title && title.value.length < 6)
      yield { at: title.span, message: `"${title.value}" is short. Say more.` }
  },
}

const needsHistory: Rule = {
  id: 'sample/needs-history',
  from: { criteria: 'error' },
  needs: ['history'],
  docs,
  *check() {
    yield { at: { start: 0, end: 1 }, message: 'This is never said.' }
  },
}

/** Rules that do not change when the rulebook does, so that the goldens only change with the reports. */
export const sampleRules: readonly Rule[] = [teamMissing, endsEarly, titleShort, needsHistory]
