import { l10n } from 'vscode'
import type {
  CriterionChoice,
  Decision,
  GateChoice,
  Step,
  StepChoices,
} from '../../../server/src/protocol/steps.ts'
import { plain } from './plain.ts'
import type { Answers, Ask, Choice, Question } from './questions.ts'
import { oneLine } from './tree-node.ts'
import { stageWord } from './words.ts'

/** What is wrong with the value that would stand under a path of keys. */
export type Check = (
  path: readonly (string | number)[],
  value: string | number | boolean,
) => Promise<string | undefined>

/** The questions about a decision at a gate. */
export function decisionQuestions(choices: StepChoices, check: Check): readonly Ask[] {
  const gateOf = (answers: Answers): GateChoice | undefined => gateIn(choices, answers)
  const hasEvidence = (answers: Answers): boolean =>
    gateOf(answers)?.asksEvidence === true && answers['decision'] !== 'stop'
  return [
    () => ({ key: 'gate', prompt: l10n.t('Which gate?'), choices: choices.gates.map(gateRow) }),
    (answers) => ({
      key: 'decision',
      prompt: l10n.t('What was decided?'),
      choices: (gateOf(answers)?.decisions ?? []).map(({ word, meaning }) => {
        return { label: word, detail: meaning, answer: word }
      }),
    }),
    () => whoDecided(choices),
    (answers) => day(l10n.t('On which day?'), choices.today, check, gateOf(answers)?.held),
    (answers) =>
      hasEvidence(answers)
        ? number('adoptersUsing', check, {
            prompt: l10n.t(
              'How many people of the first group use it? Leave it empty if nobody has counted.',
            ),
            path: ['gates', 0, 'adoptersUsing'],
            isOptional: true,
          })
        : undefined,
    (answers) => (hasEvidence(answers) ? moving() : undefined),
  ]
}

/** The step that the answers describe, among what can be chosen now; absent where the gate is not what it was. */
export function decisionStep(choices: StepChoices, answers: Answers, now: StepChoices): Step | undefined {
  const chosen = gateIn(choices, answers)
  const gate = chosen && gateNow(chosen, now)
  if (chosen && !gate) return undefined
  const { adoptersUsing = '', metricsMoving = '' } = answers
  return {
    do: 'decide',
    ...(gate?.gate === undefined ? {} : { gate: gate.gate }),
    ...(gate?.gate === undefined && gate ? { stage: gate.stage } : {}),
    decision: decisionOf(answers['decision']),
    by: answers['by'] ?? '',
    date: answers['date'] ?? '',
    ...(adoptersUsing === '' ? {} : { adoptersUsing: Number(adoptersUsing) }),
    ...(metricsMoving === '' ? {} : { metricsMoving: metricsMoving === 'true' }),
  }
}

/** What names a gate among the answers. */
export function gateAnswer({ gate, stage }: Pick<GateChoice, 'gate' | 'stage'>): string {
  return gate === undefined ? stage : String(gate)
}

/** The questions about a reading. */
export function readingQuestions({ criteria, today }: StepChoices, check: Check): readonly Ask[] {
  return [
    () => ({
      key: 'criterion',
      prompt: l10n.t('Which criterion was measured?'),
      choices: criteria.map(({ criterion, metric, unit, target, newest }): Choice => {
        const goal =
          target === undefined ? '' : l10n.t('target {0}', plain([target, unit].filter(Boolean).join(' ')))
        const last = newest ? l10n.t('{0} on {1}', newest.value, newest.date) : l10n.t('no reading yet')
        return { label: plain(metric), description: goal, detail: last, answer: String(criterion) }
      }),
    }),
    (answers) => {
      const { unit } = criteria[Number(answers['criterion'])] ?? {}
      const prompt = unit
        ? l10n.t('Which value was measured, in {0}?', oneLine(unit))
        : l10n.t('Which value was measured?')
      return number('value', check, { prompt, path: ['criteria', 'success', 0, 'readings', 0, 'value'] })
    },
    () => day(l10n.t('On which day?'), today, check),
  ]
}

/** The step that the answers describe, among what can be chosen now; absent where the criterion is not what it was. */
export function readingStep(choices: StepChoices, answers: Answers, now: StepChoices): Step | undefined {
  const { criterion = '', value = '', date = '' } = answers
  const chosen = choices.criteria.find((each) => String(each.criterion) === criterion)
  const index = chosen ? criterionNow(chosen, now) : Number(criterion)
  return index === undefined ? undefined : { do: 'read', criterion: index, value: Number(value), date }
}

/**
 * A gate is named by its place in the file, and whoever answers questions may go on writing: the same gate where it stands now, and
 * nothing where another one may have come into its place.
 */
function gateNow(chosen: GateChoice, { gates }: StepChoices): GateChoice | undefined {
  const { gate: index, stage, due, held } = chosen
  const isPlanned = index !== undefined
  const same = gates.filter(
    (each) =>
      each.stage === stage &&
      each.due === due &&
      each.held === held &&
      (each.gate !== undefined) === isPlanned,
  )
  const found = same.find((each) => each.gate === index) ?? (same.length === 1 ? same[0] : undefined)
  // One that is decided by now is not among them, and the server says by whom.
  const isGone = isPlanned && !gates.some((each) => each.gate === index)
  return found ?? (isGone ? chosen : undefined)
}

function criterionNow({ criterion, metric, unit }: CriterionChoice, now: StepChoices): number | undefined {
  const same = now.criteria.filter((each) => each.metric === metric && each.unit === unit)
  if (same.some((each) => each.criterion === criterion)) return criterion
  return same.length === 1 ? same[0]?.criterion : undefined
}

/** The questions about the end of a pilot. */
export function stopQuestions(choices: StepChoices, check: Check): readonly Ask[] {
  return [
    () => ({
      key: 'because',
      prompt: l10n.t('Why does it end? Name the numbers.'),
      check: (text) => check(['outcome', 'because'], text),
    }),
    () => ({
      key: 'learned',
      prompt: l10n.t('What was learned? Put a semicolon between two lessons.'),
      check: (text) => check(['outcome', 'learned', 0], text.replaceAll(';', ' ').trim()),
    }),
    () => whoDecided(choices),
    () => day(l10n.t('On which day was it decided?'), choices.today, check),
  ]
}

export function stopStep(answers: Answers, lessons: readonly string[] | undefined): Step {
  const { because = '', by = '', date = '', learned = '' } = answers
  return { do: 'stop', because, by, date, learned: lessons ?? learned.split(';') }
}

function gateIn({ gates }: StepChoices, { gate }: Answers): GateChoice | undefined {
  return gates.find((each) => gateAnswer(each) === gate)
}

function gateRow(gate: GateChoice): Choice {
  const { stage, due, held, isOverdue } = gate
  const state = () => {
    if (held !== undefined) return l10n.t('held {0}, without a decision', held)
    if (due === undefined) return l10n.t('not planned in the file')
    return isOverdue ? l10n.t('overdue since {0}', due) : l10n.t('due {0}', due)
  }
  return { label: stageWord(stage, l10n), description: state(), answer: gateAnswer(gate) }
}

function whoDecided({ people, sponsor }: StepChoices): Question {
  const others = people.filter((name) => name !== sponsor)
  const rows = others.map((name): Choice => ({ label: plain(name), answer: name }))
  const first: readonly Choice[] =
    sponsor === undefined ? [] : [{ label: plain(sponsor), description: l10n.t('sponsor'), answer: sponsor }]
  return {
    key: 'by',
    prompt: l10n.t('Who decided? Choose a person, or type a name.'),
    choices: [...first, ...rows],
    free: 'required',
  }
}

/** Of something that has happened. The server says so, too, but only when all questions are answered. */
function day(prompt: string, today: string, check: Check, value = today): Question {
  return {
    key: 'date',
    prompt,
    value,
    placeholder: value,
    check: async (text) => {
      const problem = await check(['outcome', 'date'], text)
      if (problem !== undefined || text <= today) return problem
      return l10n.t('{0} is in the future. Write down what has happened, on the day that it did.', text)
    },
  }
}

interface Counted {
  readonly prompt: string
  readonly path: readonly (string | number)[]
  readonly isOptional?: boolean
}

function number(key: string, check: Check, { prompt, path, isOptional }: Counted): Question {
  return {
    key,
    prompt,
    check: async (text) => {
      if (text === '') return isOptional ? undefined : l10n.t('A number belongs here.')
      // What is no number is left as a text, so that the schema says so.
      return check(path, /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)
    },
  }
}

function moving(): Question {
  return {
    key: 'metricsMoving',
    prompt: l10n.t('Do the numbers move from the baseline towards the target?'),
    choices: [
      { label: l10n.t('Yes'), answer: 'true' },
      { label: l10n.t('No'), answer: 'false' },
      { label: l10n.t('Nobody knows yet'), description: l10n.t('left out'), answer: '' },
    ],
  }
}

function decisionOf(word: string | undefined): Decision {
  const words = ['advance', 'expand', 'diagnose', 'hold', 'stop'] as const
  return words.find((each) => each === word) ?? 'hold'
}
