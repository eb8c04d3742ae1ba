import { stages } from '../engine/pilot/stages.ts'
import { isRecord } from '../engine/shape.ts'
import { pilotKinds } from '../engine/templates/pilot.ts'

type Fields = Readonly<Record<string, unknown>>

/** Whether the parameters of a request name a file. */
export function namesPilot(params: unknown): boolean {
  return isRecord(params) && typeof params['uri'] === 'string'
}

/** Whether they name a file and perhaps a commit. */
export function namesChange(params: unknown): boolean {
  return isRecord(params) && namesPilot(params) && isOptional(isText)(params['commit'])
}

/** Whether they name a file and a step with all its answers; what the answers say is judged where the step is taken. */
export function namesStep(params: unknown): boolean {
  const step = isRecord(params) && namesPilot(params) ? params['step'] : undefined
  if (!isRecord(step)) return false
  switch (step['do']) {
    case 'advance':
      return true
    case 'decide':
      return isDecision(step)
    case 'read':
      return isIndex(step['criterion']) && typeof step['value'] === 'number' && hasTexts(step, ['date'])
    case 'stop':
      return hasTexts(step, ['by', 'date', 'because']) && isListOfTexts(step['learned'])
    default:
      return false
  }
}

/** Whether they say what a new pilot is to hold. */
export function asksForPilot(params: unknown): boolean {
  if (!isRecord(params) || !hasTexts(params, ['name'])) return false
  const others = ['title', 'team', 'operator', 'sponsor', 'start'].map((key) => params[key])
  return pilotKinds.some((kind) => kind === params['template']) && others.every(isOptional(isText))
}

/** Whether they hold a text, and perhaps a name for it. */
export function holdsText(params: unknown): boolean {
  return isRecord(params) && hasTexts(params, ['text']) && isOptional(isText)(params['name'])
}

/** Whether they hold a value and the keys that would lead to it. */
export function holdsAnswer(params: unknown): boolean {
  if (!isRecord(params)) return false
  const { path, value } = params
  const isValue = isText(value) || isNumber(value) || isBoolean(value)
  return (
    isValue && Array.isArray(path) && path.length < 10 && path.every((step) => isText(step) || isIndex(step))
  )
}

function isDecision(step: Fields): boolean {
  return (
    hasTexts(step, ['decision', 'by', 'date']) &&
    isOptional(isIndex)(step['gate']) &&
    isOptional(isStage)(step['stage']) &&
    isOptional(isNumber)(step['adoptersUsing']) &&
    isOptional(isBoolean)(step['metricsMoving'])
  )
}

function hasTexts(fields: Fields, keys: readonly string[]): boolean {
  return keys.every((key) => isText(fields[key]))
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST && value.every(isText)
}

/** More lessons than anyone has. */
const MOST = 100

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST
}

/** Characters: the size of a file that is checked at all. */
const LONGEST = 2_000_000

function isNumber(value: unknown): boolean {
  return typeof value === 'number'
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isIndex(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isStage(value: unknown): boolean {
  return stages.some((stage) => stage === value)
}

/** A client may write `null` for what is absent, which a step would take for a value; only absence is. */
function isOptional(is: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || is(value)
}
