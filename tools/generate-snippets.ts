import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lowerPilot } from '../server/src/engine/pilot/lower.ts'
import { pilotWords } from '../server/src/engine/schema/describe.ts'
import { blockTemplate, itemTemplates, type Occasion } from '../server/src/engine/templates/blocks.ts'
import { type PilotKind, pilotTemplate, pilotText } from '../server/src/engine/templates/pilot.ts'
import { skeletonOf } from '../server/src/engine/templates/skeleton.ts'
import { parse } from '../server/src/engine/yaml/parse.ts'
import { Hole, renderEntry, renderItem } from '../server/src/engine/yaml/template.ts'

/**
 * The snippets of the editor. Their names and descriptions stay as they are written; what they insert are the templates of
 * new pilots and of fixes, as completion offers them.
 */
export async function generateSnippets(root: string): Promise<string> {
  const written: unknown = JSON.parse(await readFile(join(root, 'snippets/pilot.json'), 'utf8'))
  const snippets = Object.entries(Object(written)).map(([name, snippet]) => {
    if (typeof snippet !== 'object' || snippet === null) throw new Error(`The snippet "${name}" is none`)
    return [name, { ...snippet, body: linesOf(textOf(name)) }]
  })
  return `${JSON.stringify(Object.fromEntries(snippets), undefined, 2)}\n`
}

const pilots: Readonly<Record<string, PilotKind>> = {
  Pilot: 'minimal',
  'Pilot in five stages': 'five-stage',
  'Pilot of ninety days': 'ninety-day',
}

/** The lists that items stand in, and what completion calls them there. */
const items: Readonly<Record<string, readonly [path: string, name: string]>> = {
  'Item criterion': ['criteria.success', 'criterion'],
  'Item reading': ['criteria.success.readings', 'reading'],
  'Item gate': ['gates', 'gate'],
  'Item gate held': ['gates', 'gate held'],
  'Item condition': ['conditions', 'condition'],
  'Item integration system': ['integration.systems', 'connection'],
  'Item data source': ['data.sources', 'source'],
  'Item measure': ['kpis.measures', 'measure of the business'],
}

/** Stand-ins for what only the editor knows: the name of the file and the day. */
const NAME = 'name-of-the-file'
const TODAY = '2026-12-21'

const occasion: Occasion = { pilot: lowerPilot(parse('')), today: TODAY, currency: 'USD' }
const rendering = { snippet: true, indent: '', step: '  ', eol: '\n' }

function textOf(name: string): string {
  const kind = pilots[name]
  if (kind)
    return pilotText(pilotTemplate(kind, { name: new Hole(NAME, [], false) }, TODAY), { snippet: true })
  const [path, item] = items[name] ?? []
  const found = itemTemplates(path?.split('.') ?? [], occasion).find((each) => each.name === item)
  if (found) return renderItem(found.template, rendering)
  const key = name.replace('Block ', '')
  const property = pilotWords.propertyOf(pilotWords.root, key)
  const block = property && (blockTemplate([key], occasion) ?? skeletonOf(pilotWords, property, TODAY))
  if (block === undefined)
    throw new Error(`tools/generate-snippets.ts does not say what the snippet "${name}" inserts`)
  return renderEntry(key, block, rendering)
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(NAME, '$${TM_FILENAME_BASE/^(.*?)(\\.pilot)?$$/$${1:/downcase}/}')
    .replaceAll(TODAY, '$${CURRENT_YEAR}-$${CURRENT_MONTH}-$${CURRENT_DATE}')
    .trimEnd()
    .split('\n')
}
