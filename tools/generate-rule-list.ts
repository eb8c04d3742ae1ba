import { readdir } from 'node:fs/promises'
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
    ...rules.filter(({ path }) => !isPortfolio(path)).map(({ constant }) => `  ${constant},`),
    ']',
    '',
    '/** Every rule over all pilots. */',
    'export const portfolioRules: readonly PortfolioRule[] = [',
    ...rules.filter(({ path }) => isPortfolio(path)).map(({ constant }) => `  ${constant},`),
    ']',
    '',
  ].join('\n')
}

async function rulesOf(root: string, group: string): Promise<{ path: string; constant: string }[]> {
  const files = await readdir(join(root, FOLDER, group))
  const names = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .sort()
  return names.map((name) => ({ path: `${group}/${name}.ts`, constant: camelCase(`${group}-${name}`) }))
}

/** A deleted file has no pilot left to report on, so its rule looks at the portfolio as well. */
function isPortfolio(path: string): boolean {
  return path.startsWith('portfolio/') || path === 'history/verdict-missing.ts'
}

function camelCase(words: string): string {
  return words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
