import type { Notice } from '../notice.ts'

/** What may be said about a configuration file beside its schema, by name. */
export const configNotices: readonly Notice[] = [
  {
    id: 'config/conflict',
    summary: 'Git could not merge the configuration.',
    remedy: 'Choose what to keep and remove the lines with the markers.',
  },
  {
    id: 'config/custom-rule',
    summary: 'A custom rule cannot be used: its name is taken, or its requirement or its fix is none.',
    remedy: 'Correct what the message names; the other rules run meanwhile.',
    bad: 'customRules:\n  - { id: owners/mine, require: { required: [team] }, message: A team is named. }\n',
    good: 'customRules:\n  - { id: acme/team, require: { required: [team] }, message: A team is named. }\n',
  },
  {
    id: 'config/cycle',
    summary: 'A configuration extends itself, at once or through others.',
    remedy: 'Remove one of the steps that the message names.',
    bad: 'extends: pilots.config.yaml\n',
  },
  {
    id: 'config/missing-file',
    summary: 'A configuration extends a file that is not there.',
    remedy: 'Correct the path, which is relative to the folder of the file it stands in.',
    bad: 'extends: shared/nowhere.yaml\n',
  },
  {
    id: 'config/outside',
    summary: 'A configuration extends a file outside of the repository, or an address.',
    remedy: 'Copy what you need into the repository: a check reads nothing else.',
    bad: 'extends: ../../pilots.config.yaml\n',
  },
  {
    id: 'config/pattern',
    summary: 'A pattern of paths is not used: it leaves the folder, or could take too long to match.',
    remedy: 'Use *, **, ? and {a,b} below the folder of the file.',
    bad: 'exclude: ["../drafts/**"]\n',
    good: 'exclude: ["drafts/**"]\n',
  },
  {
    id: 'config/too-deep',
    summary: 'Too many files extend each other.',
    remedy: 'Join some of them.',
  },
  {
    id: 'config/unknown-path',
    summary: 'A custom rule looks at a part that no pilot has.',
    remedy: 'Write keys of the format with dots between them.',
    bad: 'customRules:\n  - { id: acme/team, at: owners.chief, require: { required: [team] }, message: A team is named. }\n',
    good: 'customRules:\n  - { id: acme/team, at: owners.operator, require: { required: [team] }, message: A team is named. }\n',
  },
  {
    id: 'config/unknown-preset',
    summary: 'A configuration extends a preset that there is not.',
    remedy: 'Use minimal, recommended or strict, or the path of a file.',
    bad: 'extends: recomended\n',
    good: 'extends: recommended\n',
  },
  {
    id: 'config/unknown-rule',
    summary: 'A configuration names a rule that there is not.',
    remedy: 'Correct the name; the message has the nearest one.',
    bad: 'rules: { owners/it-lat: off }\n',
    good: 'rules: { owners/it-late: off }\n',
  },
  {
    id: 'config/unreadable',
    summary: 'A configuration is no regular file, is larger than 2 MB, or is not UTF-8 text.',
    remedy: 'Save it as a text of its own with the encoding UTF-8.',
  },
  {
    id: 'config/unsafe-pattern',
    summary:
      'A pattern in a custom rule looks ahead or behind, refers back, is too long, or is no regular expression.',
    remedy:
      'Write each condition as a pattern of its own: allOf joins them, and not excludes what must not be there.',
    bad: 'customRules:\n  - { id: acme/team, require: { properties: { team: { pattern: "^(?!x)[a-z]+$" } } }, message: A team is named. }\n',
    good: 'customRules:\n  - { id: acme/team, require: { properties: { team: { pattern: "^[a-z]+$", not: { pattern: "^x" } } } }, message: A team is named. }\n',
  },
]
