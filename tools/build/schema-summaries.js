/**
 * The schema of the configuration for a program that holds the rules as well: it describes each with the summary that the rule has,
 * and takes it from there.
 * @param {object} schema
 * @param {Record<string, { summary: string }>} docs what the rules say about themselves
 * @returns {string} a module
 */
export function schemaWithoutSummaries(schema, docs) {
  const lean = structuredClone(schema)
  for (const [id, property] of Object.entries(lean.$defs.rules.properties)) {
    const { summary } = docs[id]
    if (!property.description.startsWith(summary))
      throw new Error(`The schema describes ${id} in other words.`)
    property.description = property.description.slice(summary.length)
  }
  return `import { portfolioRules, rules } from './server/src/engine/rules/all.generated.ts'
let known
const summaryOf = (id) =>
  (known ??= new Map([...rules, ...portfolioRules].map((rule) => [rule.id, rule.docs.summary]))).get(id)
const schema = ${JSON.stringify(lean)}
for (const [id, property] of Object.entries(schema.$defs.rules.properties)) {
  const rest = property.description
  Object.defineProperty(property, 'description', { enumerable: true, get: () => summaryOf(id) + rest })
}
export default schema
`
}
