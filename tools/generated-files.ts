import mapSchema from '../schemas/import-map.schema.json' with { type: 'json' }
import pilotSchema from '../schemas/pilot.schema.json' with { type: 'json' }
import { portfolioRules, rules } from '../server/src/engine/rules/all.generated.ts'
import { generateConfigDocs } from './generate-config-docs.ts'
import { configSchema, generateConfigSchema } from './generate-config-schema.ts'
import { generateDashboardAssets } from './generate-dashboard-assets.ts'
import { generateFormatDocs } from './generate-format-docs.ts'
import { generateL10n } from './generate-l10n.ts'
import { generateLower, generateModel } from './generate-model.ts'
import { generateReadme } from './generate-readme.ts'
import { generateRuleDocs } from './generate-rule-docs.ts'
import { generateRuleList, RULE_LIST } from './generate-rule-list.ts'
import { generateSnippets } from './generate-snippets.ts'
import { generateValidator } from './generate-validator.ts'

/** Every generated file of the repository with the text that it should have. `root` is the folder of the repository. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const all = [...rules, ...portfolioRules]
  const pilot = { name: 'pilot.schema.json', schema: pilotSchema }
  const map = { name: 'import-map.schema.json', schema: mapSchema }
  // A rule without options is like one that the schema does not name.
  const config = { name: 'config.schema.json', schema: configSchema(all.filter(({ options }) => options)) }
  return new Map([
    ['schemas/config.schema.json', generateConfigSchema(all)],
    ['server/src/engine/pilot/model.generated.ts', generateModel()],
    ['server/src/engine/pilot/lower.generated.ts', generateLower()],
    [RULE_LIST, await generateRuleList(root)],
    ['server/src/engine/schema/validate.generated.js', await generateValidator(root, pilot)],
    ['server/src/dashboard/assets.generated.ts', await generateDashboardAssets(root)],
    ['README.md', await generateReadme(root)],
    ['l10n/bundle.l10n.json', await generateL10n(root)],
    ['server/src/engine/schema/validate-config.generated.js', await generateValidator(root, config)],
    ['server/src/engine/schema/validate-map.generated.js', await generateValidator(root, map)],
    ['snippets/pilot.json', await generateSnippets(root)],
    ['docs/configuration.md', generateConfigDocs(configSchema(all))],
    ['docs/format.md', generateFormatDocs()],
    ...generateRuleDocs(),
  ])
}
