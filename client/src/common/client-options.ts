import { type LogOutputChannel, workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import { selector } from './selector.ts'

/** What every client of the server is made with. Markdown of the server may neither run commands nor hold HTML. */
export function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: selector,
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationOptions: () => ({
      asOf: workspace.getConfiguration('pilots').get('asOf'),
      trusted: workspace.isTrusted,
    }),
  }
}
