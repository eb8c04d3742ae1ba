import { pilotWords } from '../server/src/engine/schema/describe.ts'
import { yamlBlock } from './markdown.ts'
import { blockPart, keysPart, propertiesOf } from './vocabulary-docs.ts'

/** The reference of the format: every block with its question, its keys and an example, from the schema. */
export function generateFormatDocs(): string {
  const blocks = propertiesOf(pilotWords, pilotWords.root).filter(({ block }) => block !== undefined)
  const parts = [
    '<!-- Generated from schemas/pilot.schema.json by `npm run generate`. Do not edit. -->',
    '# The pilot file',
    'One AI pilot is one file, `NAME.pilot.yaml`. Four keys are required: the rest is added as the pilot earns its stages. Keys that start with `x-` are your own, in every block.',
    yamlBlock(
      'apiVersion: pilot-as-code/v1\nname: demand-forecast\ntitle: Demand forecasting for the supply chain team\nstage: criteria',
    ),
    '## The file',
    keysPart(pilotWords, pilotWords.root),
    ...blocks.map((property) => blockPart(pilotWords, property)),
  ]
  return `${parts.join('\n\n')}\n`
}
