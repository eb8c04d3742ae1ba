import type { ErrorCode, YAMLError } from 'yaml'
import { firstLine } from '../text/span.ts'
import { limits } from './limits.ts'
import type { SyntaxProblem } from './node.ts'

/** Says what the parser found in our words, with what to do, at a place inside the text. */
export function explainProblem(text: string, problem: YAMLError, shift: number): SyntaxProblem {
  const known = explanations[problem.code]
  const [start, end] = problem.pos
  const place = { start: start + shift, end: Math.max(end, start + 1) + shift }
  return {
    rule: known.rule,
    message: known.message.slice(0, limits.message),
    span: firstLine(text, place),
    fatal: problem.name === 'YAMLParseError',
  }
}

interface Explanation {
  readonly rule: string
  readonly message: string
}

const indentation: Explanation = {
  rule: 'indentation',
  message: 'The indentation does not fit the lines above. Align it with its neighbours, in blanks.',
}

const anchor: Explanation = {
  rule: 'alias',
  message: 'This anchor or alias is not well formed. Write the value here instead.',
}

const tag: Explanation = {
  rule: 'tag',
  message: 'Tags have no meaning in a pilot file. Remove it and keep the value.',
}

const collection: Explanation = {
  rule: 'collection',
  message: 'A list or block cannot stand here. Put it on the next line, indented.',
}

const directive: Explanation = {
  rule: 'directive',
  message: 'This document marker or directive is not well formed. Remove it: a pilot file needs none.',
}

const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  ALIAS_PROPS: anchor,
  BAD_ALIAS: anchor,
  BAD_COLLECTION_TYPE: tag,
  BAD_DIRECTIVE: directive,
  BAD_DQ_ESCAPE: {
    rule: 'quotes',
    message:
      'A backslash in double quotes starts an escape that does not exist. Double it, or use single quotes.',
  },
  BAD_INDENT: indentation,
  BAD_PROP_ORDER: anchor,
  BAD_SCALAR_START: {
    rule: 'quotes',
    message: 'A value cannot start with this character. Put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: 'colon',
    message:
      'A second "key: value" on one line. Start a new line, or put the value in quotes if it holds a colon.',
  },
  BLOCK_IN_FLOW: collection,
  DUPLICATE_KEY: { rule: 'duplicate-key', message: 'This key stands here twice. Keep one of the two.' },
  IMPOSSIBLE: { rule: 'unreadable', message: 'This part cannot be read. Rewrite the line.' },
  KEY_OVER_1024_CHARS: { rule: 'key', message: 'A key is longer than 1,024 characters. Shorten it.' },
  MISSING_CHAR: {
    rule: 'syntax',
    message: 'A colon, comma, quote or closing bracket is missing here. Add it; after a colon comes a blank.',
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: 'colon',
    message:
      'A key has to stand on one line, with a colon behind it. Add the colon, or indent the line if it goes on.',
  },
  MULTIPLE_ANCHORS: anchor,
  MULTIPLE_DOCS: {
    rule: 'multiple-documents',
    message: 'A second document starts here. Keep one pilot in one file.',
  },
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: { rule: 'key', message: 'A key has to be a plain word.' },
  RESOURCE_EXHAUSTION: { rule: 'too-large', message: 'Nested too deeply to be read. Flatten the file.' },
  TAB_AS_INDENT: {
    rule: 'tab',
    message: 'A tab indents this line. YAML allows blanks only: replace the tab.',
  },
  TAG_RESOLVE_FAILED: tag,
  UNEXPECTED_TOKEN: {
    rule: 'syntax',
    message: 'This does not belong here. Remove it, or put the value in quotes if it is part of one.',
  },
}
