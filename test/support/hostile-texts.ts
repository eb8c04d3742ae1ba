const header = 'apiVersion: pilot-as-code/v1\nname: demand\ntitle: Demand\nstage: rollout\n'

/** Texts that have brought down parsers, checkers and editors, by what is the matter with them. */
export const hostileTexts: Readonly<Record<string, string>> = {
  nothing: '',
  'blanks and line ends': ' \n\t\r\n\r  ',
  'a byte order mark alone': '\ufeff',
  'a byte order mark before each line': header.replaceAll(/^/gm, '\ufeff'),
  'zero bytes': header.replaceAll(' ', '\0'),
  'lone surrogates': `${header}summary: \ud800 and \udc00\n\udfff: x\n`,
  'mixed line ends': header.split('\n').join('\r') + header.split('\n').join('\r\n'),
  'right-to-left overrides': `${header}team: "\u202egnp.exe"\n\u2066owners\u2069: {}\n`,
  'control characters in every name': named('\\u202eRTL\\u2066 \\u001b[31m\\n\\u0085x'),
  'line separators': `${header}summary: a\u2028b\u2029c\u0085d\n`,
  'names of prototypes':
    '__proto__: { polluted: yes }\nconstructor: { prototype: { polluted: yes } }\ntoString: x\n',
  'a prototype merged in': `${header}<<: { __proto__: { polluted: yes } }\n`,
  'duplicate keys': `${header}stage: data\nstage: criteria\nowners: {}\nowners: []\n`,
  'conflict markers': `<<<<<<< HEAD\n${header}=======\n${header}>>>>>>> branch\n`,
  'huge numbers': `${header}priority: { rank: 1e999, impact: -0x${'f'.repeat(400)}, feasibility: ${'9'.repeat(400)} }\n`,
  'dates that never were': `${header}timeline: { start: 2026-02-30, end: 99999-01-01, approved: 0000-00-00 }\n`,
  'an alias of itself': `${header}owners: &a { operator: *a }\n`,
  'an alias of nobody': `${header}owners: *nobody\n`,
  'a bomb of aliases': `${bomb()}${header}`,
  'sequences too deep': `${header}owners: ${'['.repeat(10_000)}`,
  'mappings too deep': `${header}owners: ${'{a: '.repeat(10_000)}`,
  'explicit keys in each other': `${'? '.repeat(400)}x\n`,
  'dashes in each other': `${'- '.repeat(400)}x\n`,
  'closers without openers': `${']}'.repeat(50_000)}\n`,
  'many keys': `${Array.from({ length: 5_000 }, (_, number) => `key${number}: ${number}`).join('\n')}\n`,
  'one long line': `${header}summary: ${'long '.repeat(100_000)}\n`,
  'blanks in the place of a list': `${header}workflow: { roles: "a${' '.repeat(1_000_000)}b" }\n`,
  'many lines': '\n'.repeat(60_000),
  'a tag for each type': `${header}owners: !!binary "/////w=="\nscope: !!js/function "() => 1"\nvalue: !<tag:x> y\n`,
  'several documents': `${header}---\n${header}...\n%YAML 9.9\n---\n`,
  'block texts that end nowhere': `${header}summary: |+9\nowners: >-\n\n\n`,
  'quotes that end nowhere': `${header}summary: "open\nowners: 'too\n`,
  'a comment like ours, and too long to be one': `${suppression(500)}${header}`,
  'suppressions of what is no rule, until no day': `${suppression(100).repeat(90)}${header}`,
  'kinds turned round':
    'apiVersion: []\nname: {}\ntitle: [[]]\nstage: { rollout: 1 }\nowners: rollout\ngates: { a: 1 }\ncriteria: [1]\n',
}

/** Nine levels of nine aliases each: a thousand million values when written out. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? 'x' : `*l${level - 1}`
    return `l${level}: &l${level} [${Array(9).fill(inner).join(', ')}]`
  })
  return `${levels.join('\n')}\n`
}

function suppression(names: number): string {
  return `# pilots-ignore-next-line ${'a/b '.repeat(names)}until 9999-99-99 -- never\n`
}

/** A text in the place of what editors list by itself, and of a word that has to be another one. */
function named(text: string): string {
  const word = `"${text}"`
  return `apiVersion: pilot-as-code/v1
name: ${word}
title: ${word}
stage: production
team: ${word}
workflow: { roles: [${word}] }
${word}: {}
owners: { operator: { name: ${word} } }
criteria: { success: [{ metric: ${word} }] }
conditions: [{ what: ${word} }]
adoption: { training: [{ role: Driver, by: 2026-06-01 }] }
`
}
