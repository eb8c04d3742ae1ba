import assert from 'node:assert/strict'
import { documentLinks } from '../../server/src/features/document-links.ts'
import { analysisOf } from '../support/check.ts'

const found = (yaml: string): readonly (readonly [string, string | undefined])[] => {
  const analysis = analysisOf(yaml)
  const { lines, text } = analysis
  return documentLinks(analysis, (path) => `file:///work/${path}`).map(({ range, target }) => {
    return [text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)), target]
  })
}

describe('document links', () => {
  for (const [value, target] of [
    ['docs/runbook.md', 'file:///work/docs/runbook.md'],
    ['./runbook.md', 'file:///work/./runbook.md'],
    ['.github/CODEOWNERS.txt', 'file:///work/.github/CODEOWNERS.txt'],
    ['runbook.md', 'file:///work/runbook.md'],
    ['docs/runbook.md#on-call', 'file:///work/docs/runbook.md#on-call'],
    ['https://bi.example.com/demand?x=1#top', 'https://bi.example.com/demand?x=1#top'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['docs/Risk register 2026.md#open', 'file:///work/docs/Risk register 2026.md#open'],
    ['../our docs/v1.2 plan.md', 'file:///work/../our docs/v1.2 plan.md'],
  ] as const) {
    for (const written of [value, `"${value}"`]) {
      it(`lead from ${written}`, () => {
        assert.deepEqual(found(`production: { runbook: ${written} }\n`), [[value, target]])
      })
    }
  }

  for (const value of [
    'javascript:alert(1)//a.md',
    'command:workbench.action.quit',
    'vscode://file/etc/passwd.md',
    'file:///etc/passwd.md',
    'data:text/html,x.html',
    'https://good.example.com@evil.example.com/',
    'https://example.com\\@evil.example.com/',
    'https://example.com/\u202e.md',
    'HTTPS://',
    '//evil.example.com/a.md',
    '/etc/passwd.md',
    '~/secrets.md',
    'C:/secrets.md',
    'docs\\runbook.md',
    'Ask the shift lead',
    'ask/tell',
    'bi.example.com/page.html',
    'version 3.5',
    '3.5',
    'see docs/a.md',
    'see a.md',
    'docs/a.md and docs/b.md',
    'docs/a.md, docs/b.md',
    'docs/ a.md',
    'docs/a.md#on call',
    'docs/a\u00a0b.md',
    'https://bi.example.com/demand x',
    'docs/\u0000.md',
    `${'a/'.repeat(2000)}b.md`,
  ]) {
    it(`lead nowhere from ${JSON.stringify(value.slice(0, 60))}`, () => {
      assert.deepEqual(found(`production: { runbook: ${JSON.stringify(value)} }\n`), [])
    })
  }

  it('stand where the schema says that a document is named, and nowhere else', () => {
    const yaml =
      'title: docs/a.md\nproduction: { runbook: |\n  docs/a.md\n }\nconditions: [{ path: docs/a.md }]\nx-doc: docs/a.md\n' +
      'governance:\n  dashboard: &d docs/b.md\n  changeProcess: *d\ncompliance:\n  artifacts:\n    riskAssessment: { document: docs/c.md }\n'
    assert.deepEqual(
      found(yaml).map(([text]) => text),
      ['docs/b.md', 'docs/c.md'],
    )
  })

  it('stand at what is written, without the blanks around it', () => {
    const yaml =
      'production: { runbook: " docs/a.md  " }\ngovernance: { dashboard: \' https://bi.example.com/x \' }\n'
    assert.deepEqual(found(yaml), [
      ['docs/a.md', 'file:///work/docs/a.md'],
      ['https://bi.example.com/x', 'https://bi.example.com/x'],
    ])
  })

  it('stand only at files that may be opened', () => {
    assert.deepEqual(
      documentLinks(analysisOf('production: { runbook: ../a.md }\n'), () => undefined),
      [],
    )
  })
})
