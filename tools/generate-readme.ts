import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyRule, ruleGroups } from './rule-groups.ts'

const PART = /(<!-- rules -->\n)[\s\S]*?(<!-- \/rules -->)/

/** The README with its table of rules brought up to date. `root` is the folder of the repository. */
export async function generateReadme(root: string): Promise<string> {
  const text = await readFile(join(root, 'README.md'), 'utf8')
  return text.replace(PART, (_, start: string, end: string) => start + table() + end)
}

function table(): string {
  const rows = ruleGroups().map(
    ({ name, about, rules }) => `| [${name}](docs/rules/README.md#${name}) | ${rules.length} | ${about} |`,
  )
  const head = `${everyRule.length} rules in ${rows.length} groups:\n\n| group | rules | what a healthy pilot has |\n|---|---|---|\n`
  return `${head}${rows.join('\n')}\n`
}
