import assert from 'node:assert/strict'
import { answerTo } from '../../server/src/cli/crew.ts'
import { plainFirst, watched } from '../../server/src/cli/watched.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Subject } from '../../server/src/engine/kept.ts'
import type { Within } from '../../server/src/engine/ports.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { within } from '../../server/src/node/within.ts'
import { memoryCache, pilots } from './memory-io.ts'

const hanging: Rule = {
  id: 'sample/hangs',
  from: { criteria: 'error' },
  docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
  *check({ title }) {
    if (title?.value === 'Hang') for (;;);
    yield { at: title?.span ?? { start: 0, end: 0 }, message: 'Checked.' }
  },
}
const rules = [hanging]
const soon = within(100)
const text = (title: string): string =>
  `apiVersion: pilot-as-code/v1\nname: a\ntitle: ${title}\nstage: criteria\n`

const SLOW = /takes too long\. Change it to have it checked again/

describe('a file whose check never ends', () => {
  const titles = ['Fine', 'Hang', 'Good', 'Hang', 'Well']
  const files = Object.fromEntries(titles.map((title, index) => [`a${index}.pilot.yaml`, text(title)]))
  const io = { within: soon }

  it('is named, and the others are checked', async () => {
    const { code, out } = await pilots(['check', '-f', 'concise'], { files, rules, io })
    assert.equal(code, 1)
    const said = out.split('\n').filter((line) => line.startsWith('a'))
    const expected = titles.map((title) => (title === 'Hang' ? SLOW : /Checked\./))
    assert.equal(said.length, expected.length, out)
    for (const [index, line] of said.entries()) assert.match(line, expected[index] ?? /^$/)
  })

  it('is left out of a forecast, with the reason, when that never ends on one of the days', async () => {
    const later: Rule = {
      ...hanging,
      needs: ['today'],
      *check({ title }, { today }) {
        if (title?.value === 'Hang' && today === '2026-06-03') for (;;);
        yield* []
      },
    }
    const { code, out, err } = await pilots(['forecast', '--until', '5d'], { files, rules: [later], io })
    assert.equal(code, 0)
    assert.match(out, /^No new findings in 3 pilots /)
    assert.deepEqual(
      err.trimEnd().split('\n'),
      ['a1', 'a3'].map(
        (name) =>
          `pilots: ${name}.pilot.yaml is not in the forecast: to judge it on each day takes too long.`,
      ),
    )
  })

  it('is not remembered, since it may be done in time another day', async () => {
    const many = Array.from({ length: 24 }, (_, index) => [`b${index}.pilot.yaml`, text('Fine')])
    const world = { files: { ...Object.fromEntries(many), ...files }, cache: memoryCache() }
    const checked: string[] = []
    const quick: Rule = {
      ...hanging,
      *check({ title }) {
        checked.push(title?.value ?? '')
        yield* []
      },
    }
    await pilots(['check'], { ...world, rules, io })
    await pilots(['check'], { ...world, rules: [quick] })
    assert.deepEqual(checked, ['Hang', 'Hang'])
  })

  it('stays as it is when all are mended', async () => {
    const written = new Map<string, string>()
    await pilots(['fix'], { files, rules, written, io })
    assert.deepEqual([...written], [])
    const stdin = await pilots(['fix', '-'], { stdin: text('Hang'), rules, io })
    assert.equal(stdin.out, text('Hang'))
  })

  it('enters no stage', async () => {
    const { code, err } = await pilots(['gate', 'a1.pilot.yaml', '--to', 'data'], { files, rules, io })
    assert.equal(code, 2)
    assert.match(err, /a1\.pilot\.yaml cannot be read as a pilot\. See pilots check/)
  })

  it('is ended in a thread as well', () => {
    const { content, file, circumstances } = subject('Hang')
    const jobs = [{ content, file, circumstances }]
    const [answer] = answerTo({ jobs, edits: false }, { rules, within: soon })
    assert.match(answer ?? '', SLOW)
  })
})

describe('watches over many files', () => {
  it('are few', () => {
    const { watches, looked } = counted(500, () => false)
    assert.equal(looked, 500)
    assert.ok(watches <= 500 / 50)
  })

  it('are two more for each file that is too slow, of which no other is blamed', () => {
    const { watches, looked, aside } = counted(500, (index) => index % 100 === 7)
    assert.equal(looked, 500)
    assert.deepEqual(aside, [7, 107, 207, 307, 407])
    assert.ok(watches <= 500 / 50 + 2 * aside.length)
  })
})

describe('files of which some are not plain', () => {
  it('are judged each once, the plain ones first', () => {
    const titles = Array.from({ length: 120 }, (_, index) => `Number ${index}`)
    const isPlain = (title: string): boolean => !/[37]$/.test(title)
    const subjects = titles.map((title) => {
      const rest = isPlain(title) ? '' : 'summary: "Two\n  lines"\n'
      return { ...subject(title), content: { kind: 'text', text: text(title) + rest } } as const
    })
    const taken = [...plainFirst(subjects, ({ pilot }) => pilot.title?.value)]
    const expected = [...titles.filter(isPlain), ...titles.filter((title) => !isPlain(title))]
    assert.deepEqual(taken, expected)
  })

  it('are set aside where they take too long, plain or not', () => {
    const texts = [text('Hang'), `${text('Hang')}summary: "Two\n  lines"\n`, text('Fine')]
    const subjects = texts.map((each) => ({ ...subject(''), content: { kind: 'text', text: each } }) as const)
    const taken = [...plainFirst(subjects, ({ findings }) => findings[0]?.message, soon)]
    assert.equal(taken.length, 3)
    assert.deepEqual(
      taken.map((message) => SLOW.test(message ?? '')),
      [true, false, true],
    )
  })
})

/** Watches that end where the check of a file would take too long. */
function counted(
  files: number,
  isSlow: (index: number) => boolean,
): { readonly watches: number; readonly looked: number; readonly aside: readonly number[] } {
  let watches = 0
  const ends: Within = (run) => {
    watches++
    try {
      return { value: run() }
    } catch {
      return undefined
    }
  }
  const fails: Rule = {
    ...hanging,
    *check({ title }) {
      assert.notEqual(title?.value, 'Slow')
      yield* []
    },
  }
  const subjects = Array.from({ length: files }, (_, index) =>
    subject(isSlow(index) ? 'Slow' : 'Fine', [fails]),
  )
  const taken = [...watched(subjects, ({ findings }) => findings.map(({ rule }) => rule), ends)]
  const aside = taken.flatMap((found, index) => (found.includes('yaml/set-aside') ? [index] : []))
  return { watches, looked: taken.length, aside }
}

function subject(title: string, under: readonly Rule[] = rules): Subject {
  return {
    content: { kind: 'text', text: text(title) },
    file: { name: 'a' },
    circumstances: { today: '2026-06-01', settings: recommended, rules: under },
  }
}
