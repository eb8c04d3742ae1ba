import type { GoalpostChange } from '../../../server/src/protocol/past.ts'
import { plain } from './plain.ts'
import type { Language } from './tree-node.ts'

/** A change of a criterion as a row to pick from. */
export interface GoalpostRow {
  readonly label: string
  readonly description: string
  readonly detail: string
}

/** What changed, then who changed it and when; a change that makes the criterion easier to meet says so. */
export function goalpostRow(change: GoalpostChange, l10n: Language): GoalpostRow {
  const { commit, date, author, metric, what, before, after, easier } = change
  const from = before === undefined ? l10n.t('nothing') : plain(before)
  const to = after === undefined ? l10n.t('nothing') : plain(after)
  const done = {
    added: after === undefined ? l10n.t('added') : l10n.t('added: {0}', plain(after)),
    dropped: before === undefined ? l10n.t('dropped') : l10n.t('dropped: {0}', plain(before)),
    metric: l10n.t('renamed from {0}', from),
    better: l10n.t('better: {0} → {1}', from, to),
    baseline: l10n.t('baseline {0} → {1}', from, to),
    target: l10n.t('target {0} → {1}', from, to),
    deadline: l10n.t('deadline {0} → {1}', from, to),
  }[what]
  const by = commit === undefined ? l10n.t('not committed yet') : [author, commit.slice(0, 7)].join(', ')
  const mark = easier ? 'arrow-down' : 'circle-small'
  return {
    label: `$(${mark}) ${plain(metric)}`,
    description: easier ? `${done} (${l10n.t('easier')})` : done,
    detail: `${date}, ${plain(by)}`,
  }
}
