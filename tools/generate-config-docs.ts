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
    '<!-- Generated from tools/config.base.schema.json and the options of the rules by `npm run generate`. Do not edit. -->',
    '# The configuration',
    INTRODUCTION,
    yamlBlock(EXAMPLE),
    WHICH,
    yamlBlock('pilots config print pilots/demand-forecast.pilot.yaml').replace('```yaml', '```sh'),
    AMONG,
    BROKEN,
    ...properties.map((property) => part(vocabulary, property)),
  ]
  return `${parts.join('\n\n')}\n`
}

const INTRODUCTION =
  'An organisation sets how its pilots are checked in one file, `pilots.config.yaml`, at the root of the repository. Without it, every rule applies as the rulebook says.'

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

const WHICH = `## Which configuration applies

For each pilot, the nearest \`pilots.config.yaml\` applies: the one in its own folder, or else in the next folder above that has one.

- The search ends at the root of the repository. Outside a repository, it ends at the folder in which the command runs or that is open in the editor; for a file outside that folder, it ends at the folder of the file.
- In an editor, a configuration above the open folder, or around a file outside it, applies once the window is trusted.
- Configurations are joined only by \`extends\`.
- A file that only looks like a configuration by its name, such as \`pilots.config.yml\`, is not read, and the command line says so.

If several places set the same thing, the later one wins: first what is extended, in order; then the file itself; then its overrides, in order. A severity replaces the one before it and keeps the options. To see which settings apply to a file, and which line decided each:`

const AMONG =
  'A rule that compares pilots takes its options from the configuration that applies to most of them. The configuration of the pilot that the finding is in decides its severity. A finding about several pilots stands in one of them in which the rule is on; where it is on in none, there is no finding. A suppression does not move it: whoever silences it with a reason has answered it for all of them. What a pilot costs is in the currency of its own configuration.'

const BROKEN =
  'Mistakes in a configuration are reported in that file, and a check ends with exit code 2. What can be read of it still applies, and the pilots are checked all the same. See [the findings about a configuration](rules/config.md) and [those of the schema](rules/schema.md).'

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
  if (key === 'registry') return [CATALOG, yamlBlock(CATALOG_FILE), LOOKED_UP]
  return words.length > 0 ? [wordList(property)] : []
}

const CATALOG =
  'Such a file holds descriptors of the [Backstage software catalog](https://backstage.io/docs/features/software-catalog/descriptor-format). You need no Backstage to write one. Of each descriptor the kind, the names and the e-mail address are read:'

const CATALOG_FILE = `apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: luis.ortega }
spec: { profile: { displayName: Luis Ortega, email: luis.ortega@example.com } }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: supply-chain, title: Supply Chain }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: netsuite-erp, title: NetSuite }`

const LOOKED_UP =
  'Where several configurations of a repository name a registry, a name is known that one of them holds. As long as they hold no person, no team or no system, names of that kind are not checked.'

const NOTES: Readonly<Record<string, string>> = {
  customRules:
    'A requirement is checked only where its part exists; to require the part itself, set `at` to the part above it. A pattern is a regular expression as JSON Schema has it. The time for matching it grows only with the length of the pattern and of the text; one that looks ahead or behind or refers back is refused, since that cannot be promised of it. A requirement that takes more than 0.1 s for one part, or custom rules that take more than 1 s together for one file, are abandoned there and reported. Nothing is read from elsewhere: no other schema, no program.',
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
    'A rule is silent before its stage is reached, whatever its severity. You can name any of [all rules](rules/README.md), and your own. These have options:',
    `| rule | option | what it says |\n|---|---|---|\n${rows.join('\n')}`,
  ]
}
