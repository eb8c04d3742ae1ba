import assert from 'node:assert/strict'
import { extensions } from 'vscode'
import type { PilotsApi } from '../../../client/src/common/start-client.ts'
import { when } from './editor.ts'
import { extensionId } from './extension-id.ts'

/** The extension, as soon as its server has listed the pilots: from then on every question has an answer. */
export async function activated(): Promise<PilotsApi> {
  const api = await extensions.getExtension<PilotsApi>(extensionId)?.activate()
  assert.ok(api)
  await when(
    () => api.tree(),
    (roots) => roots.length > 0,
    (changed) => api.onDidChangeTree(changed),
  )
  return api
}
