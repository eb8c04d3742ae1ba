import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PilotKind, pilotTemplate, pilotText } from '../server/src/engine/templates/pilot.ts'
import { Hole } from '../server/src/engine/yaml/template.ts'

/** The snippets of the editor; those for whole pilots are the templates of new pilots, the others stay as they are written. */
export async function generateSnippets(root: string): Promise<string> {
  const written: unknown = JSON.parse(await readFile(join(root, 'snippets/pilot.json'), 'utf8'))
  const snippets = new Map(Object.entries(Object(written)))
  for (const [name, kind] of pilots) {
    const snippet: unknown = snippets.get(name)
    if (typeof snippet !== 'object' || snippet === null) throw new Error(`There is no snippet "${name}"`)
    snippets.set(name, { ...snippet, body: bodyOf(kind) })
  }
  return `${JSON.stringify(Object.fromEntries(snippets), undefined, 2)}\n`
}

const pilots: readonly (readonly [string, PilotKind])[] = [
  ['Pilot', 'minimal'],
  ['Pilot in five stages', 'five-stage'],
  ['Pilot of ninety days', 'ninety-day'],
]

/** Stand-ins for what only the editor knows: the name of the file and the day. */
const NAME = 'name-of-the-file'
const TODAY = '2026-12-21'

function bodyOf(kind: PilotKind): readonly string[] {
  const facts = { name: new Hole(NAME, [], false) }
  const text = pilotText(pilotTemplate(kind, facts, TODAY), { snippet: true })
  return text
    .replace(NAME, '$${TM_FILENAME_BASE/^(.*?)(\\.pilot)?$$/$${1:/downcase}/}')
    .replaceAll(TODAY, '$${CURRENT_YEAR}-$${CURRENT_MONTH}-$${CURRENT_DATE}')
    .trimEnd()
    .split('\n')
}
