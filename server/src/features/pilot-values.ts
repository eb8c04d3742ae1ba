import { CompletionItemKind } from 'vscode-languageserver-types'
import { addDays, type IsoDate, latest } from '../engine/pilot/dates.ts'
import { nameByFile } from '../engine/pilot/file-name.ts'
import { gatesOf, nextGate } from '../engine/pilot/gates.ts'
import type { Pilot } from '../engine/pilot/model.generated.ts'
import { criteriaOf } from '../engine/pilot/progress.ts'
import type { Property } from '../engine/schema/vocabulary.ts'
import { commonCriteria } from '../engine/templates/criterion.ts'
import { currencies, jurisdictions } from './codes.ts'
import type { PilotKnowledge } from './pilot-knowledge.ts'
import type { Value } from './suggestion.ts'

/** The values that are known for a key of a pilot beside the words of the schema; none where the author writes prose. */
export function pilotValues(
  property: Property,
  path: readonly string[],
  knowledge: PilotKnowledge,
): readonly Value[] {
  const { pilot, today, currency } = knowledge.analysis
  if (property.kind === 'date') return dates(pilot, today, path)
  if (property.refers) return names(property.refers, knowledge)
  switch (path.join('.')) {
    case 'name':
      return texts([nameByFile(knowledge.file)], 'the name of the file')
    case 'useCase':
      return texts(knowledge.useCases(), undefined)
    case 'currency':
      return currencies
    case 'compliance.jurisdictions':
      return jurisdictions
    case 'criteria.success.metric':
      return examples(
        commonCriteria(currency).map(({ template }) => String(template['metric'])),
        'text',
      )
    case 'criteria.success.unit':
    case 'kpis.measures.unit':
      return examples(['%', currency, 'hours', 'min', 'days', 'cases'], 'text')
    case 'kpis.measures.from':
      return texts(
        criteriaOf(pilot).map(({ metric }) => metric?.value),
        'a success criterion',
      )
    case 'adoption.training.role':
      return texts(pilot.workflow?.roles?.items.map(({ value }) => value) ?? [], undefined)
    default:
      return examples(typical[property.kind] ?? [], 'number')
  }
}

const typical: Readonly<Record<string, readonly string[]>> = {
  duration: ['30 days', '60 days', '90 days', '6 months', '12 months'],
  share: ['5%', '10%', '15%', '25%', '50%', '100%'],
}

function names(refers: NonNullable<Property['refers']>, knowledge: PilotKnowledge): readonly Value[] {
  return knowledge.names(refers).map(({ name, title, places, isListed }) => {
    const counted = places === 1 ? 'in 1 place' : `in ${places} places`
    const note = title ?? (places > 0 ? counted : undefined) ?? (isListed ? 'registry' : undefined)
    return { value: name, kind: CompletionItemKind.Reference, note }
  })
}

function texts(all: readonly (string | undefined)[], note: string | undefined): readonly Value[] {
  const known = new Set(all.filter((value) => value !== undefined && value !== ''))
  return [...known].map((value) => ({ value: value ?? '', kind: CompletionItemKind.Value, note }))
}

function examples(all: readonly string[], example: 'text' | 'number'): readonly Value[] {
  return all.map((value) => ({ value, kind: CompletionItemKind.Value, example }))
}

/** Today, the next gate, a month from now; for a gate also a month after the one before it. */
function dates(pilot: Pilot, today: IsoDate, path: readonly string[]): readonly Value[] {
  const gate = nextGate(pilot)
  const last = latest(...gatesOf(pilot).map(({ due }) => due?.value))
  const isGate = path.join('.') === 'gates.due'
  const known = [
    [today, 'today'],
    [isGate && last !== undefined ? addDays(last, 30) : undefined, '30 days after the last gate'],
    [isGate ? undefined : gate?.due?.value, `the next gate, ${gate?.stage?.value ?? ''}`.replace(/, $/, '')],
    [addDays(today, 30), 'in 30 days'],
  ] as const
  const seen = new Set<string>()
  return known.flatMap(([value, note]): readonly Value[] => {
    if (value === undefined || seen.has(value)) return []
    seen.add(value)
    return [{ value, note, otherwise: note, kind: CompletionItemKind.Value }]
  })
}
