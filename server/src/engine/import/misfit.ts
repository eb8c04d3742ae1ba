import { checkSchema } from '../schema/check.ts'
import { pilotText } from '../templates/pilot.ts'
import { parse } from '../yaml/parse.ts'
import { nest } from '../yaml/patch.ts'
import type { Template } from '../yaml/template.ts'

/** Why the format does not allow a value under a path of keys. */
export function misfitOf([first = '', ...rest]: readonly string[], value: Template): string | undefined {
  return defectOf(pilotText({ ...LEAST, [first]: nest(rest, value) }))
}

/** What keeps a text from being a valid pilot file, as half a sentence. */
export function defectOf(text: string): string | undefined {
  const { root, problems } = parse(text)
  const [first] = problems.length > 0 || !root ? problems : checkSchema(root)
  return first?.message.replace(/\.$/, '')
}

const LEAST = { apiVersion: 'pilot-as-code/v1', name: 'a', title: 'a', stage: 'criteria' }
