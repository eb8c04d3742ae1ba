import type { Notice } from './notice.ts'
import { schemaNotices } from './schema/notices.ts'
import { yamlNotices } from './yaml/notices.ts'

/** Everything that is said about a file before the rules speak. */
export const notices: readonly Notice[] = [...schemaNotices, ...yamlNotices]
