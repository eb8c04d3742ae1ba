import type { Change } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isAbsent } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { type Question, undecided } from '../pilot/questions.ts'
import { choice } from '../yaml/template.ts'
import { fillAbsent, insertAt } from './changes.ts'
import { conditionTemplate } from './condition.ts'
import { kpisTemplate } from './kpis.ts'
import { deliveryTemplate, nameOwner } from './owners.ts'

/** The changes that insert the answer to a closing question. */
export function answerTo(pilot: Pilot, question: Question, today: IsoDate): readonly Change[] {
  switch (question) {
    case 'which conditions stay':
      return conditionChanges(pilot, today)
    case 'which KPIs count over what horizon':
      return pilot.kpis
        ? fillAbsent(pilot.kpis, kpisTemplate(pilot))
        : fillAbsent(pilot, { kpis: kpisTemplate(pilot) })
    case 'who owns the delivery':
      return [nameOwner(pilot, 'delivery', deliveryTemplate())]
  }
}

/** Whether the answer is a decision of which nothing says that it is still to be made. */
export function isDecided(pilot: Pilot, question: Question): boolean {
  return question === 'which conditions stay' && !isAbsent(pilot, 'conditions')
}

function conditionChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  if (isAbsent(pilot, 'conditions')) {
    return [insertAt(pilot, ['conditions'], [conditionTemplate(today)])]
  }
  return undecided(pilot).map((condition): Change => {
    const { decision } = condition
    if (decision) return { do: 'replace', span: decision.span, text: 'permanent' }
    return insertAt(condition, ['decision'], choice('permanent', 'withdrawn'))
  })
}
