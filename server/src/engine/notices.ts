import { baselineNotices } from './baseline/notices.ts'
import { configNotices } from './config/notices.ts'
import type { Notice } from './notice.ts'
import { schemaNotices } from './schema/notices.ts'
import { yamlNotices } from './yaml/notices.ts'

/** Everything that is said about a file before the rules speak, and about a configuration or a baseline. */
export const notices: readonly Notice[] = [
  ...schemaNotices,
  ...yamlNotices,
  ...configNotices,
  ...baselineNotices,
]
