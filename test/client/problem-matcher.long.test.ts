import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { pilots } from '../cli/memory-io.ts'
import { sampleFiles } from '../cli/sample-files.ts'

const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
const [{ pattern }] = contributes.problemMatchers

interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: string
  readonly code: string
  readonly message: string
}

/** What VS Code would make of the lines of a task. */
function problems(output: string): readonly Problem[] {
  return output.split('\n').flatMap((line) => {
    const match = new RegExp(pattern.regexp).exec(line)
    const at = (group: string): string => match?.[pattern[group]] ?? ''
    return match
      ? [
          {
            file: at('file'),
            line: Number(at('line')),
            column: Number(at('column')),
            severity: at('severity'),
            code: at('code'),
            message: at('message'),
          },
        ]
      : []
  })
}

/** What the check says in JSON, in the same form. */
async function found(files: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  const { out } = await pilots(['check', '-f', 'jsonl'], { files })
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .flatMap((each) =>
      each.type === 'finding'
        ? [
            {
              file: each.path,
              line: each.range.start.line,
              column: each.range.start.column,
              severity: each.severity,
              code: each.rule,
              message: each.message,
            },
          ]
        : [],
    )
}

const four = 'apiVersion: pilot-as-code/v1\nname: four\ntitle: Four lines\nstage: criteria\n'

describe('the problem matcher', () => {
  it('reads every finding of the format concise', async () => {
    const { out } = await pilots(['check', '-f', 'concise'], { files: sampleFiles })
    const expected = await found(sampleFiles)
    assert.ok(expected.length > 4)
    assert.deepEqual(problems(out), expected)
  })

  it('is not led astray by names and texts', async () => {
    const files = {
      'a:1:2: error x/y z.pilot.yaml': four,
      'b c (d)/[fix] é.pilot.yml': four,
      'c.pilot.yaml': `${four}kpis: { horizon: "1:2: error a/b c.yaml:3:4: error d/e [fix]" }\n`,
    }
    const { out } = await pilots(['check', '-f', 'concise'], { files })
    const expected = await found(files)
    assert.ok(new Set(expected.map(({ file }) => file)).size === 3)
    assert.deepEqual(problems(out), expected)
  })

  it('takes no other line for a finding', async () => {
    const { out } = await pilots(['check', '-f', 'pretty'], { files: sampleFiles })
    assert.deepEqual(problems(`${out}\npilots: a.pilot.yaml was not checked: it is too large.\n`), [])
  })
})
