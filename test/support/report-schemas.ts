import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

// The schema is of draft 4, which calls its address `id`; all else that it uses means the same in draft 7.
const { id: _id, $schema: _draft, ...sarif } = schemaNamed('sarif-2.1.0-rtm.5.json')
const lenient = { allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }
const validateSarif = new Ajv(lenient).compile(sarif)
const validateGitlab = new Ajv2020({ allErrors: true }).compile(schemaNamed('gitlab-code-quality.json'))

export function assertSarif(log: unknown): void {
  assert.ok(validateSarif(log), JSON.stringify(validateSarif.errors, undefined, 2))
}

export function assertGitlab(report: unknown): void {
  assert.ok(validateGitlab(report), JSON.stringify(validateGitlab.errors, undefined, 2))
}

function schemaNamed(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../fixtures/schemas/${name}`, import.meta.url), 'utf8'))
}
