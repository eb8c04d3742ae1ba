/** A command that GitHub's runner obeys. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands in what a step prints, found as the runner finds them: at the beginning of a line, or behind `##[`. */
export function workflowCommands(output: string): readonly WorkflowCommand[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    const old = /##(?:vso)?\[([^\] ]+)/.exec(line)
    if (old) return [{ name: `##${old[1]}`, properties: {}, data: line }]
    const [, name, properties = '', data = ''] = /^\s*::([^ :]+)(?: ([\s\S]*?))?::([\s\S]*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, properties: propertiesOf(properties), data: decoded(data) }]
  })
}

function propertiesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map((pair) => /^\s*([^=]+)=([\s\S]*)$/.exec(pair) ?? [])
  return Object.fromEntries(pairs.flatMap(([, key, value]) => (key && value ? [[key, decoded(value)]] : [])))
}

function decoded(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}
