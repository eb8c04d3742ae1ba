import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = 'server/src/engine/rules'

/** The file that holds the list of all rules. */
export const RULE_LIST: string = `${FOLDER}/all.generated.ts`

/** The list of all rules: every file in a group's folder holds one, named after its group and its file. */
export async function generateRuleList(root: string): Promise<string> {
  const entries = await readdir(join(root, FOLDER), { withFileTypes: true })
  const groups = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const files = await Promise.all(groups.map((group) => rulesOf(root, group)))
  const rules = files.flat()
  const imports = rules.map(({ path, constant }) => `import { ${constant} } from './${path}'`)
  return [
    '// Generated from the folders of the groups by `npm run generate`. Do not edit.',
    '',
    ...imports,
    "import type { PortfolioRule, Rule } from './rule.ts'",
    '',
    '/** Every rule that one file answers, by group and name. */',
    'export const rules: readonly Rule[] = [',
    ...rules.filter(({ type }) => type === 'Rule').map(({ constant }) => `  ${constant},`),
    ']',
    '',
    '/** Every rule over all pilots. */',
    'export const portfolioRules: readonly PortfolioRule[] = [',
    ...rules.filter(({ type }) => type === 'PortfolioRule').map(({ constant }) => `  ${constant},`),
    ']',
    '',
  ].join('\n')
}

interface Listed {
  readonly path: string
  readonly constant: string
  readonly type: string
}

async function rulesOf(root: string, group: string): Promise<readonly Listed[]> {
  const files = (await readdir(join(root, FOLDER, group))).filter((file) => file.endsWith('.ts'))
  const names = files.map((file) => file.slice(0, -3)).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = `${group}/${name}.ts`
      const constant = camelCase(`${group}-${name}`)
      const source = await readFile(join(root, FOLDER, path), 'utf8')
      const [, exported, type] = /^export const (\w+): (Rule|PortfolioRule) = /m.exec(source) ?? []
      if (type === undefined || exported !== constant)
        throw new Error(
          `${FOLDER}/${path} has to export a Rule or a PortfolioRule that is called ${constant}`,
        )
      return { path, constant, type }
    }),
  )
}

function camelCase(words: string): string {
  return words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
