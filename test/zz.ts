import { nodeCustomChecks } from '../server/src/node/custom-rules.ts'
import { configured, complaints } from './support/config.ts'
import { resolverOf } from '../server/src/engine/config/resolve.ts'
import { analyze } from '../server/src/engine/analyze.ts'
import { applyFix } from '../server/src/engine/fix.ts'
const c = await configured({'pilots.config.yaml': `customRules:
  - id: acme/cost-centre
    from: rollout
    at: cost
    require: { required: [x-costCentre], properties: { x-costCentre: { pattern: "^CC-[0-9]{4}$" } } }
    message: A pilot in rollout books its costs on a cost centre.
    fix: "x-costCentre: CC-0000"
  - { id: acme/src, at: "criteria.success[]", require: { required: [source] }, message: Source., fix: "source: x" }
  - { id: acme/self, require: { $ref: "#" }, message: Loop. }
  - { id: acme/bad, require: { requred: [a] }, message: Bad. }
  - { id: acme/ext, require: { type: objekt }, message: Bad. }
  - { id: acme/dep, at: title, require: { minLength: 100 }, message: Long. }
`})
console.log(complaints(c))
const { customRules, settings } = resolverOf(c).resolve('/repo/a.pilot.yaml')
const t0 = performance.now()
const compiled = await nodeCustomChecks.compile(customRules)
console.log(performance.now() - t0, compiled.refused.map(r => r.rule.id + ' ' + r.reason))
const text = `apiVersion: pilot-as-code/v1
name: a
title: A
stage: rollout
criteria:
  success:
    - metric: M
      target: 3
    - { metric: N, source: y }
cost:
  software: 3 # keep
vendor: { name: x }
`
const t1 = performance.now()
const a = analyze({ text }, { today: '2026-06-01', settings, rules: compiled.rules })
console.log(performance.now() - t1)
for (const f of a.findings) { console.log(f.rule, f.severity, f.message, JSON.stringify(text.slice(f.span.start, f.span.end)), f.fixes.map(x => x.title)); for (const x of f.fixes) console.log(applyFix(text, x)) }
