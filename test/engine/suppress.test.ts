import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { boardFiles, pilotText } from '../support/board.ts'
import { analysisOf } from '../support/check.ts'

const HEAD = 'apiVersion: pilot-as-code/v1\nname: order-desk\ntitle: Order desk\nstage: ownership\n'
const RULE = 'owners/operator-shared'
const WHY = '-- Kim has days, Pete has nights'
/** The line that the rule reports. */
const NAME = '    name: Kim Alvarado & Pete Lindqvist\n'

/** A pilot with the comments above the shared name. */
function pilot(...comments: readonly string[]): string {
  return `${HEAD}owners:\n  operator:\n${comments.map((comment) => `    ${comment}\n`).join('')}${NAME}`
}

describe('suppressions', () => {
  it('silence a rule in the next line, and keep what they silenced with the reason', () => {
    const analysis = analysisOf(pilot(`# pilots-ignore-next-line ${RULE} ${WHY}`))
    assert.deepEqual(about(analysis), [])
    assert.deepEqual(
      analysis.suppressed.map(({ finding, reason }) => [finding.rule, reason]),
      [[RULE, 'Kim has days, Pete has nights']],
    )
  })

  it('may be stacked, and stand among other comments', () => {
    const text = pilot(
      `# pilots-ignore-next-line ${RULE} ${WHY}`,
      '# Both were asked. -- Helen',
      '# pilots-ignore-next-line owners/operator-not-a-person -- Both are people',
    )
    assert.deepEqual(about(analysisOf(text)), ['suppression/unused'])
  })

  it('may stand at the end of the line above', () => {
    const text = `${HEAD}owners:\n  operator: # pilots-ignore-next-line ${RULE} ${WHY}\n${NAME}`
    assert.deepEqual(about(analysisOf(text)), [])
  })

  it('may be the last line of a file, where nothing is left to silence', () => {
    const analysis = analysisOf(`${HEAD}# pilots-ignore-next-line ${RULE} ${WHY}`)
    assert.ok(
      analysis.findings.some(({ rule }) => rule === 'suppression/unused' || rule === 'file/incomplete'),
    )
  })

  it('do not reach the line after the next', () => {
    const text = `${HEAD}owners:\n  # pilots-ignore-next-line ${RULE} ${WHY}\n  operator:\n${NAME}`
    assert.deepEqual(about(analysisOf(text)), ['suppression/unused', RULE])
  })

  it('reach a line with a comment at its end', () => {
    const text = pilot(`# pilots-ignore-next-line ${RULE} ${WHY}`).replace(NAME, `${NAME.trimEnd()} # both\n`)
    assert.deepEqual(about(analysisOf(text)), [])
  })

  it('silence a rule in the whole file from above the first key', () => {
    assert.deepEqual(about(analysisOf(`# pilots-ignore-file ${RULE} ${WHY}\n${pilot()}`)), [])
  })

  it('for the file silence nothing behind the first key', () => {
    const text = `${pilot()}# pilots-ignore-file ${RULE} ${WHY}\n`
    const analysis = analysisOf(text)
    assert.deepEqual(about(analysis), [RULE, 'suppression/unused'])
    assert.match(analysis.findings.at(-1)?.message ?? '', /above the first key/)
  })

  it('never silence why a file cannot be read, since nothing else is said of it then', () => {
    const texts = [
      ['yaml/syntax', `${HEAD}team: "order desk\n`],
      ['file/conflict-markers', `${HEAD}<<<<<<< ours\nteam: a\n=======\nteam: b\n>>>>>>> theirs\n`],
      ['schema/empty-file', ''],
      ['schema/kind', '- a\n'],
      ['yaml/duplicate-key', `${HEAD}stage: ownership\n`],
    ]
    for (const [rule = '', text = ''] of texts) {
      const analysis = analysisOf(`# pilots-ignore-file ${rule} -- Later\n${text}`)
      assert.ok(
        analysis.findings.some((finding) => finding.rule === rule),
        `${rule}: ${about(analysis)}`,
      )
      assert.deepEqual(analysis.suppressed, [])
    }
  })

  it('are unused where another one silences the same already', () => {
    const ofFile = `# pilots-ignore-file ${RULE} ${WHY}\n`
    for (const more of ['', `# pilots-ignore-next-line ${RULE} ${WHY}`]) {
      const analysis = analysisOf(`${ofFile}${more === '' ? ofFile : ''}${pilot(more)}`)
      assert.deepEqual(about(analysis), ['suppression/unused'])
      const unused = analysis.findings.find(({ rule }) => rule === 'suppression/unused')
      assert.ok(unused && unused.span.start >= ofFile.length)
    }
  })

  it('silence no other rule', () => {
    const text = pilot(`# pilots-ignore-next-line owners/operator-is-sponsor ${WHY}`)
    assert.deepEqual(about(analysisOf(text)), ['suppression/unused', RULE])
  })

  it('count only with a reason', () => {
    for (const reason of ['', ' --', ' -- ']) {
      const text = pilot(`# pilots-ignore-next-line ${RULE}${reason}`)
      assert.deepEqual(about(analysisOf(text)), ['suppression/no-reason', RULE], reason)
    }
  })

  it('hold until the end of their last day', () => {
    const text = pilot(`# pilots-ignore-next-line ${RULE} until 2026-06-01 ${WHY}`)
    assert.deepEqual(about(analysisOf(text, { today: '2026-06-01' })), [])
    assert.deepEqual(about(analysisOf(text, { today: '2026-06-02' })), ['suppression/expired', RULE])
  })

  it('do not hold until a day that does not exist', () => {
    const text = pilot(`# pilots-ignore-next-line ${RULE} until 2026-06-31 ${WHY}`)
    assert.deepEqual(about(analysisOf(text)), ['suppression/expired', RULE])
  })

  it('of an unknown rule are told which one was meant', () => {
    const analysis = analysisOf(pilot(`# pilots-ignore-next-line owner/operator-shared ${WHY}`))
    assert.deepEqual(about(analysis), ['suppression/unknown-rule', RULE])
    const [fix] = analysis.findings.find(({ rule }) => rule === 'suppression/unknown-rule')?.fixes ?? []
    assert.equal(fix?.title, `Replace by "${RULE}"`)
  })

  it('reach what the schema says', () => {
    const text = `${HEAD}# pilots-ignore-next-line schema/unknown-key -- The old tool reads it\nowner: Kim\n`
    assert.deepEqual(about(analysisOf(text)), [])
    assert.equal(analysisOf(text).suppressed.length, 1)
  })

  it('inside a text are no suppressions', () => {
    const text = `${HEAD}summary: |\n  # pilots-ignore-next-line ${RULE}\n  # pilots-ignore-file ${RULE}\n`
    assert.deepEqual(about(analysisOf(text)), [])
  })

  it('work with any line break', () => {
    const crlf = pilot(`# pilots-ignore-next-line ${RULE} ${WHY}`).replaceAll('\n', '\r\n')
    assert.deepEqual(about(analysisOf(crlf)), [])
    const [suppressed] = analysisOf(crlf).suppressed
    assert.equal(suppressed?.reason, 'Kim has days, Pete has nights')
  })

  it('of what the schema says are unused where it says nothing: it looks at every file', () => {
    const text = pilot('# pilots-ignore-next-line schema/type -- The old tool writes a list')
    assert.deepEqual(about(analysisOf(text)), ['suppression/unused', RULE])
  })

  it('are each called unused once, whether the schema says it or a rule over all pilots', () => {
    const comments = ['schema/type', 'portfolio/duplicate-name'].map(
      (rule) => `# pilots-ignore-file ${rule} ${WHY}\n`,
    )
    const top = comments.join('') + pilotText('a', 'stage: ownership\nteam: order desk')
    const [file] = boardFiles({ a: top })
    const unused = file?.analysis.findings.filter(({ rule }) => rule === 'suppression/unused') ?? []
    assert.deepEqual(
      unused.map(({ span }) => top.slice(0, span.start).split('\n').length),
      [1, 2],
    )
  })

  it('are not called unused when their rule did not look at the file', () => {
    const text = `# pilots-ignore-file owners/it-late -- IT comes with the new plant\n${pilot()}`
    assert.deepEqual(about(analysisOf(text)), [RULE], 'its stage is not reached')
  })
})

/** The rules of interest that report, in the order of their places. */
function about({ findings }: Analysis): readonly string[] {
  return findings
    .map(({ rule }) => rule)
    .filter((rule) => rule === RULE || /^(?:suppression|schema|yaml)\//.test(rule))
}
