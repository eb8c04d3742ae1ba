import type { Notice } from '../notice.ts'

/** What the parser may say about a file, by name. */
export const yamlNotices: readonly Notice[] = [
  {
    id: 'yaml/alias',
    summary: 'An anchor or alias is not well formed, does not stand above, or contains itself.',
    remedy: 'Write the value out, or set the anchor (&name) above the place that uses it (*name).',
    bad: 'team: *planning\n',
    good: 'team: &planning supply-chain\nowners:\n  operator: { name: Luis Ortega, team: *planning }\n',
  },
  {
    id: 'yaml/collection',
    summary: 'A list or block starts inside brackets or braces, where it cannot stand.',
    remedy: 'Write the list or block on lines of its own, or all of it in brackets.',
    bad: 'scope:\n  edgeCases: [\n    - Discontinued item\n  ]\n',
    good: 'scope:\n  edgeCases:\n    - Discontinued item\n',
  },
  {
    id: 'yaml/colon',
    summary: 'A colon is missing behind a key, or there is one too many in a value.',
    remedy: 'Add the colon with a blank behind it, or put a value that holds a colon in quotes.',
    bad: 'title: Forecast: second try\n',
    good: 'title: "Forecast: second try"\n',
  },
  {
    id: 'yaml/directive',
    summary: 'A line looks like a directive or document marker and is not well formed.',
    remedy: 'Remove it: a pilot file needs none.',
  },
  {
    id: 'yaml/duplicate-key',
    summary: 'A key stands twice in one block, so that one of its values is lost.',
    remedy: 'Keep one of the two.',
    bad: 'team: supply-chain\nteam: logistics\n',
    good: 'team: supply-chain\n',
  },
  {
    id: 'yaml/indentation',
    summary: 'The indentation of a line does not fit the lines above it.',
    remedy: 'Align it with its neighbours, in blanks.',
    bad: 'timeline:\n    start: 2026-02-02\n  end: 2026-05-29\n',
    good: 'timeline:\n  start: 2026-02-02\n  end: 2026-05-29\n',
  },
  {
    id: 'yaml/key',
    summary: 'A key is something other than a plain word.',
    remedy: 'Name the value by a plain word of the format.',
    bad: '? [team, owner]\n: supply-chain\n',
    good: 'team: supply-chain\n',
  },
  {
    id: 'yaml/line-end',
    summary: 'A line ends in a carriage return without a line feed, as those of old Macs did.',
    remedy: 'Save the file with LF or CR LF at the ends of its lines.',
  },
  {
    id: 'yaml/merge',
    summary: 'The merge key "<<" is followed by something that is not a block.',
    remedy: 'Let it point to a block by an alias, or write the keys out.',
    bad: 'owners:\n  operator:\n    <<: Luis Ortega\n',
    good: 'owners:\n  sponsor: &dana { name: Dana Whitfield }\n  champion:\n    <<: *dana\n',
  },
  {
    id: 'yaml/multiple-documents',
    summary: 'A second document starts in the file.',
    remedy: 'Keep one pilot in one file: move the other one to a file of its own.',
    bad: 'team: supply-chain\n---\nteam: logistics\n',
    good: 'team: supply-chain\n',
  },
  {
    id: 'yaml/quotes',
    summary: 'A value needs quotes, or the quotes around it hold an escape that does not exist.',
    remedy: 'Put the value in single quotes, in which a backslash is only a backslash.',
    bad: 'team: @planning\n',
    good: "team: '@planning'\n",
  },
  {
    id: 'yaml/set-aside',
    summary: 'The check of the file failed or took too long, so that it is set aside until its text changes.',
    remedy: 'Change the file to have it checked again, and report this as a fault of the checker.',
  },
  {
    id: 'yaml/syntax',
    summary:
      'A colon, comma, quote or closing bracket is missing, or something does not belong where it stands.',
    remedy: 'Add what is missing, or put the value in quotes.',
    bad: 'team: "supply-chain\n',
    good: 'team: "supply-chain"\n',
  },
  {
    id: 'yaml/tab',
    summary: 'A tab indents a line, which YAML does not allow.',
    remedy: 'Replace the tab by blanks.',
    bad: 'timeline:\n\tstart: 2026-02-02\n',
    good: 'timeline:\n  start: 2026-02-02\n',
  },
  {
    id: 'yaml/tag',
    summary: 'A tag such as !!str stands before a value, where it has no meaning.',
    remedy: 'Remove the tag and keep the value.',
    bad: 'team: !owner supply-chain\n',
    good: 'team: supply-chain\n',
  },
  {
    id: 'yaml/too-large',
    summary: 'The file is larger, deeper or more entangled than any pilot, so that it is not checked.',
    remedy: 'Split the file, or remove what is not part of the pilot.',
  },
  {
    id: 'yaml/too-many-findings',
    summary: 'The file has so many findings that only the gravest of them are told.',
    remedy: 'Mend these and check the file again; a baseline counts those that come up then as new.',
  },
  {
    id: 'yaml/unreadable',
    summary: 'The file cannot be read as YAML, or not as UTF-8 text.',
    remedy: 'Save it as UTF-8 text and rewrite the line that is named.',
  },
]
