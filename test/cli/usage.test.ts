import assert from 'node:assert/strict'
import { pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const files = sampleFiles

/** As the help lists them, so that a new one is among them. */
const commands = Array.from(
  (await pilots(['--help'])).out.matchAll(/^ {2}([a-z]+)(?:\|[a-z]+)?(?: |$)(?!.*help of a command)/gm),
  ([, name = '']) => name,
).filter((name) => name !== 'pilots')

describe('wrong usage', () => {
  for (const [argv, message] of [
    [['chekc'], "pilots: Unknown command 'chekc'. Did you mean check? See pilots --help.\n"],
    [['frobnicate'], "pilots: Unknown command 'frobnicate'. See pilots --help.\n"],
    [
      ['check', '--fromat', 'json'],
      "pilots: Unknown option '--fromat'. Did you mean --format? See pilots check --help.\n",
    ],
    [['--verison'], "pilots: Unknown option '--verison'. Did you mean --version? See pilots --help.\n"],
    [['-v'], "pilots: Unknown option '-v'. Did you mean -V? See pilots --help.\n"],
    [
      ['check', 'a.pilot.yaml', '-b.pilot.yaml'],
      "pilots: Unknown option '-b.pilot.yaml'. If it is a file, write ./-b.pilot.yaml. See pilots check --help.\n",
    ],
    [['check', '-z'], "pilots: Unknown option '-z'. See pilots check --help.\n"],
    [
      ['check', '--fail-on', 'warn'],
      "pilots: Option '--fail-on <severity>' argument 'warn' is invalid. Allowed choices are error, warning, info, never. Did you mean warning? See pilots check --help.\n",
    ],
    [
      ['check', '--format', 'xml'],
      'pilots: There is no format "xml". There are pretty, concise, statistics, json, jsonl, sarif, junit, github, gitlab, markdown, agent.\n',
    ],
    [
      ['status', '--format', 'xml'],
      "pilots: Option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are pretty, json. See pilots status --help.\n",
    ],
    [
      ['check', '--max-warnings', 'few'],
      "pilots: Option '--max-warnings <number>' argument 'few' is invalid. It has to be a whole number. See pilots check --help.\n",
    ],
    [
      ['check', '--as-of', '2026-02-30'],
      'pilots: --as-of: "2026-02-30" is not a date that exists. Write year, month and day, such as 2026-05-29.\n',
    ],
    [
      ['check', '--as-of', '20.11.2026'],
      'pilots: --as-of: "20.11.2026" is not written as a date. Write 2026-11-20.\n',
    ],
    [['check', 'plots'], 'pilots: There is no file or folder "plots".\n'],
    [
      ['check', 'pilots/*.pilot.yaml'],
      'pilots: There is no file or folder "pilots/*.pilot.yaml". A pattern is not looked up: name the folder.\n',
    ],
    [
      ['check', '-', 'pilots'],
      'pilots: Standard input and paths do not go together. Leave out one of them.\n',
    ],
    [
      ['check', '--since', ''],
      'pilots: --since is followed by no commit: is a variable empty? Name a branch or a commit, such as origin/main.\n',
    ],
    [
      ['check', '--stdin', '--stdin-filename', ''],
      'pilots: --stdin-filename is followed by no path: is a variable empty? Write the path that the text stands for, such as pilots/a.pilot.yaml.\n',
    ],
    [
      ['check', ''],
      'pilots: A path is empty: is a variable not set? Name a file or a folder, such as "." for this one.\n',
    ],
    [
      ['fix', '--diff', 'pilots', ''],
      'pilots: A path is empty: is a variable not set? Name a file or a folder, such as "." for this one.\n',
    ],
    [
      ['fix', '--unsafe', 'pilots', './pilots.config.yaml'],
      'pilots: "./pilots.config.yaml" is a configuration, and no pilot. It is checked along with the pilots that it is for.\n',
    ],
    [['merge', ''], 'pilots: A path is empty: is a variable not set? Name a file.\n'],
    [['config', 'print', ''], 'pilots: A path is empty: is a variable not set? Name a file.\n'],
    [['import', '', '--map', 'a.yaml'], 'pilots: A path is empty: is a variable not set? Name a file.\n'],
    [
      ['import', 'a.csv', '--map', ''],
      'pilots: --map is followed by no path: is a variable empty? Name a file.\n',
    ],
    [
      ['check', '--part', ''],
      'pilots: --part is followed by no path: is a variable empty? Name a file, or leave out --part.\n',
    ],
    [
      ['status', '--config='],
      'pilots: --config is followed by no path: is a variable empty? Name a file, or leave out --config.\n',
    ],
    [
      ['check', '--fix'],
      "pilots: Unknown option '--fix'. See pilots fix --help: mending is a command of its own.\n",
    ],
    [['check', '--stdin-filename', 'a.pilot.yaml'], 'pilots: --stdin-filename belongs to --stdin.\n'],
    [['explain'], "pilots: Missing required argument 'rule'. See pilots explain --help.\n"],
    [
      ['explain', 'sample/team-mising'],
      'pilots: There is no rule "sample/team-mising". Did you mean "sample/team-missing"?\n',
    ],
    [
      ['explain', 'team-missing'],
      'pilots: There is no rule "team-missing". Did you mean "sample/team-missing"?\n',
    ],
    [['explain', 'zzzzzzzzzz'], 'pilots: There is no rule "zzzzzzzzzz". See pilots rules for all of them.\n'],
    [
      ['rules', 'extra'],
      "pilots: Too many arguments for 'rules'. Expected 0 arguments but got 1. See pilots rules --help.\n",
    ],
    [
      ['completion', 'basch'],
      "pilots: The shell cannot be 'basch'. Allowed choices are bash, zsh, fish. Did you mean bash? See pilots completion --help.\n",
    ],
    [
      ['baseline', 'crate'],
      "pilots: The action cannot be 'crate'. Allowed choices are create, prune, show. Did you mean create? See pilots baseline --help.\n",
    ],
    [
      ['gate', 'a', '--to', 'rolout'],
      "pilots: Option '--to <stage>' argument 'rolout' is invalid. Allowed choices are criteria, ownership, data, rollout, adoption, production, stopped. Did you mean rollout? See pilots gate --help.\n",
    ],
    [['config', 'print', 'pilots'], 'pilots: "pilots" is a folder. Name a pilot file in it.\n'],
    [['help', 'chekc'], "pilots: Unknown command 'chekc'. Did you mean check? See pilots --help.\n"],
    [['lsp'], "pilots: Required option '--stdio' not specified. See pilots lsp --help.\n"],
    [['status', 'b-stck'], 'pilots: There is no pilot "b-stck" here. Did you mean "b-stuck"?\n'],
    [['close', 'b-stck'], 'pilots: There is no pilot "b-stck" here. Did you mean "b-stuck"?\n'],
  ] as const) {
    it(argv.join(' '), async () => {
      assert.deepEqual(await pilots(argv, { files }), { code: 2, out: '', err: message })
    })
  }

  it('finds nothing to check', async () => {
    const { code, out, err } = await pilots(['check', 'docs'], { files: { 'docs/readme.md': '' } })
    assert.deepEqual({ code, out }, { code: 2, out: '' })
    assert.equal(
      err,
      'pilots: There are no pilots (*.pilot.yaml) in "docs". pilots new NAME writes the first one; else name a folder that has some, or pass --allow-empty.\n',
    )
  })

  it('advises no option that the command does not have', async () => {
    for (const argv of [
      ['gate', 'a', '--to', 'rollout'],
      ['close', 'a'],
    ]) {
      const { err } = await pilots(argv, { files: {} })
      assert.equal(
        err,
        'pilots: There are no pilots (*.pilot.yaml) in this folder. pilots new NAME writes the first one.\n',
      )
      const leftOut = { 'a.pilot.yaml': '{}', 'pilots.config.yaml': 'exclude: ["**"]\n' }
      assert.match(
        (await pilots(argv, { files: leftOut })).err,
        /every pilot in this folder\. Name the file\.\n$/,
      )
    }
  })

  it('parts each format from what is said about it', async () => {
    for (const command of ['check', 'merge']) {
      const { out } = await pilots([command, '--help'])
      const [, list = ''] = /\nFormats:\n((?: {2}.+\n)+)/.exec(out) ?? []
      const lines = list.trimEnd().split('\n')
      assert.equal(lines.length, 11)
      for (const line of lines) assert.match(line, /^ {2}[a-z]+ {2,}\S/)
    }
  })

  it('answers an empty command line with the help, on standard error', async () => {
    const { code, out, err } = await pilots([])
    assert.deepEqual({ code, out }, { code: 2, out: '' })
    assert.match(err, /^Usage: pilots/)
  })
})

describe('every command', () => {
  it('is listed with a summary', async () => {
    const { out } = await pilots(['--help'])
    for (const command of commands) assert.match(out, new RegExp(`^ {2}${command}\\b.* {2}\\w`, 'm'))
  })

  for (const command of commands) {
    it(`${command} has help with examples`, async () => {
      const { code, out, err } = await pilots([command, '--help'])
      assert.deepEqual({ code, err }, { code: 0, err: '' })
      assert.match(out, new RegExp(`\nExamples:\n {2}.*\\bpilots ${command}`))
      assert.equal((await pilots(['help', command])).out, out)
    })

    it(`${command} answers an unknown option with the nearest`, async () => {
      const options = (await pilots([command, '--help'])).out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)
      for (const [, option = ''] of options) {
        const wrong = `${option}${option.at(-1)}`
        const { code, out, err } = await pilots([command, wrong])
        assert.deepEqual({ code, out }, { code: 2, out: '' })
        assert.equal(
          err,
          `pilots: Unknown option '${wrong}'. Did you mean ${option}? See pilots ${command} --help.\n`,
        )
      }
    })

    it(`${command} misspelt is understood`, async () => {
      const wrong = `${command}${command.at(-1)}`
      const { code, err } = await pilots([wrong])
      assert.deepEqual(
        [code, err],
        [2, `pilots: Unknown command '${wrong}'. Did you mean ${command}? See pilots --help.\n`],
      )
    })
  }
})

describe('pilots --version', () => {
  it('prints the version', async () => {
    assert.match((await pilots(['--version'])).out, /^\d+\.\d+\.\d+\n$/)
  })
})

describe('a defect', () => {
  it('ends with 3 and says so on standard error', async () => {
    const [rule] = (await import('./sample-rules.ts')).sampleRules
    assert.ok(rule)
    const broken = {
      ...rule,
      check: () => {
        throw new Error('boom \u001b[2J')
      },
    }
    const { code, out, err } = await pilots(['check'], { files, rules: [broken] })
    assert.deepEqual({ code, out }, { code: 3, out: '' })
    assert.match(err, /^pilots: a defect of this program stopped it\.\nError: boom \\u\{1b\}\[2J\n/)
  })
})

describe('pilots lsp', () => {
  it('serves until the editor leaves', async () => {
    assert.deepEqual(await pilots(['lsp', '--stdio']), { code: 0, out: 'served', err: '' })
  })
})
