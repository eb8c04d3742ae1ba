/** Keywords that only people read; what stands in them is half of a schema. */
const readByPeople = ['description', 'enumDescriptions', 'examples']

/**
 * Divides a schema: `code` is a CommonJS module that exports it, and reads its texts from `file` when somebody asks for one.
 * @param {object} schema
 * @param {string} file as it is required
 * @returns {{ code: string, texts: unknown[] }}
 */
export function schemaWithTextsApart(schema, file) {
  const texts = []
  const divided = (node) => {
    if (typeof node !== 'object' || node === null) return node
    if (Array.isArray(node)) return node.map(divided)
    const entries = Object.entries(node).map(([key, value]) =>
      isText(key, value) ? [key, texts.push(value) - 1] : [key, divided(value)],
    )
    return Object.fromEntries(entries)
  }
  const structure = JSON.stringify(JSON.stringify(divided(schema)))
  const code = `let texts
const complete = (node) => {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && value !== null) complete(value)
    else if (typeof value === 'number' && ${JSON.stringify(readByPeople)}.includes(key))
      Object.defineProperty(node, key, { enumerable: true, get: () => (texts ??= require('${file}'))[value] })
  }
  return node
}
module.exports = complete(JSON.parse(${structure}))
`
  return { code, texts }
}

/** Not a key of the format that has the same name, under which a schema stands. */
function isText(key, value) {
  return readByPeople.includes(key) && (typeof value === 'string' || Array.isArray(value))
}
