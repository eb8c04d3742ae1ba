import { generateFormatDocs } from './generate-format-docs.ts'
import { generateLower, generateModel } from './generate-model.ts'
import { generateReadme } from './generate-readme.ts'
import { generateRuleDocs } from './generate-rule-docs.ts'
import { generateRuleList } from './generate-rule-list.ts'
import { generateValidator } from './generate-validator.ts'

/** Every generated file of the repository with the text that it should have. `root` is the folder of the repository. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['server/src/engine/pilot/model.generated.ts', generateModel()],
    ['server/src/engine/pilot/lower.generated.ts', generateLower()],
    ['server/src/engine/rules/all.generated.ts', await generateRuleList(root)],
    ['server/src/engine/schema/validate.generated.js', await generateValidator(root)],
    ['README.md', await generateReadme(root)],
    ['docs/format.md', generateFormatDocs()],
    ...generateRuleDocs(),
  ])
}
