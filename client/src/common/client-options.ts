import { type LogOutputChannel, workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import type { AsOf } from './as-of.ts'
import { selector } from './selector.ts'

/** What every client of the server is made with. Markdown of the server may neither run commands nor hold HTML. */
export function clientOptions(outputChannel: LogOutputChannel, asOf: AsOf): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions: () => ({
      asOf: asOf.day,
      trusted: workspace.isTrusted,
      commands: true,
      suggestCommand: 'editor.action.triggerSuggest',
    }),
    middleware: {
      workspace: {
        // The day may be that of the window, which no setting holds.
        async configuration(params, token, next) {
          const all = await next(params, token)
          if (!Array.isArray(all)) return all
          return all.map((settings, index) =>
            params.items[index]?.section === 'pilots' ? { ...settings, asOf: asOf.day ?? '' } : settings,
          )
        },
      },
    },
  }
}
