import {
  type Property,
  type Source,
  type Vocabulary,
  vocabularyOf,
} from '../server/src/engine/schema/vocabulary.ts'
import { example } from '../server/src/features/example.ts'
import { escapeMarkdown, yamlBlock } from './markdown.ts'
import { keysPart, propertiesOf, wordList } from './vocabulary-docs.ts'

/** The reference of the configuration file, from its schema. */
export function generateConfigDocs(schema: Source): string {
  const vocabulary = vocabularyOf(schema, { root: 'config', noun: 'the configuration' })
  const properties = propertiesOf(vocabulary, vocabulary.root)
  const parts = [
    '<!-- Generated from schemas/config.schema.json by `npm run generate`. Do not edit. -->',
    '# The configuration',
    INTRODUCTION,
    yamlBlock(EXAMPLE),
    WHICH,
    yamlBlock('pilots config print pilots/demand-forecast.pilot.yaml').replace('```yaml', '```sh'),
    BROKEN,
    ...properties.map((property) => part(vocabulary, property)),
  ]
  return `${parts.join('\n\n')}\n`
}

const INTRODUCTION =
  'What an organisation decides about the checks of its pilots is one file, `pilots.config.yaml`, at the root of the repository. Without it every rule holds as the rulebook has it.'

const EXAMPLE = `extends: recommended
include: ["pilots/**/*.pilot.{yaml,yml}"]
currency: USD
jurisdictions: [US-TX, US-CO]
rules:
  rollout/early-adopters: [warning, { min: 3, max: 8 }]
  owners/it-late: off
overrides:
  - files: ["pilots/legacy/**"]
    rules: { criteria/no-source: info }`

const WHICH =
  'For each file the nearest `pilots.config.yaml` holds: that of its own folder, or of the next one above that has one, up to the root of the repository and never further; outside of a repository the search ends at the folder in which the command runs or that is opened, and for a file outside of it at the folder of the file. In an editor, what stands above the opened folder or around a file outside of it holds once the window is trusted. Files are joined by `extends` alone. What only looks like one by its name, such as `pilots.config.yml`, is not read, and the command line says so. Where several say something, the later one wins: what is extended, in its order; then the file itself; then its overrides, in their order. A severity replaces the one before it and keeps the options. To see what holds for a file, and which line says so:'

const BROKEN =
  'What is wrong in a configuration is reported in that file, and a check ends with exit code 2. What is readable of it holds, and the pilots are checked all the same. See [what is said about a configuration](rules/config.md) and [what the schema says](rules/schema.md).'

function part(vocabulary: Vocabulary, property: Property): string {
  const { key, question, description, examples } = property
  const written = examples.map((each) => example(key, each)).filter((each) => each !== undefined)
  const texts = [
    `## ${key}`,
    question && `*${escapeMarkdown(question)}*`,
    escapeMarkdown(description),
    ...details(vocabulary, property),
    written.length > 0 && `For example:\n\n${written.map(yamlBlock).join('\n\n')}`,
  ]
  return texts.filter(Boolean).join('\n\n')
}

function details(vocabulary: Vocabulary, property: Property): readonly string[] {
  const { key, block, words } = property
  if (key === 'rules') return ruleDetails(vocabulary)
  if (block !== undefined) return [keysPart(vocabulary, block), ...(NOTES[key] ? [NOTES[key]] : [])]
  return words.length > 0 ? [wordList(property)] : []
}

const NOTES: Readonly<Record<string, string>> = {
  customRules:
    'A requirement is checked where its part exists; to ask for the part itself, look at the one above it. Patterns that could run for ever are refused, and a check that takes too long is given up and said. Nothing is read from elsewhere: no other schema, no program.',
}

function ruleDetails(vocabulary: Vocabulary): readonly string[] {
  const rules = propertiesOf(vocabulary, 'rules')
  const [plain] = rules.filter(({ block }) => block === undefined)
  const rows = rules.flatMap((rule) =>
    propertiesOf(vocabulary, rule.block ?? '').map(
      ({ key, description }) =>
        `| [\`${rule.key}\`](rules/${rule.key}.md) | \`${key}\` | ${escapeMarkdown(description)} |`,
    ),
  )
  return [
    `A severity is one of:\n\n${plain ? wordList(plain) : ''}`,
    'A rule is silent before its stage is reached, whatever its severity. [All rules](rules/README.md) can be named, and your own. These have options:',
    `| rule | option | what it says |\n|---|---|---|\n${rows.join('\n')}`,
  ]
}
