import { type LogOutputChannel, type Uri, workspace } from 'vscode'
import { type LanguageClientOptions, type Middleware, RevealOutputChannelOn } from 'vscode-languageclient'
import type { AsOf } from './as-of.ts'
import { ClosedFiles } from './closed-files.ts'
import { selector } from './selector.ts'
import type { Suspects } from './suspects.ts'
import { isYamlChecked } from './yaml-check.ts'

/** What every client of the server is made with. Markdown of the server may neither run commands nor hold HTML. */
export function clientOptions(
  outputChannel: LogOutputChannel,
  asOf: AsOf,
  suspects: Suspects,
): LanguageClientOptions {
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
      checksYaml: isYamlChecked(),
      suspects: suspects.all,
      suggestCommand: 'editor.action.triggerSuggest',
    }),
    middleware: {
      ...watching(suspects),
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

/** Notes what the server is at work on. */
function watching(suspects: Suspects): Middleware {
  const closed = new ClosedFiles<Uri>()
  return {
    didOpen(document, next) {
      suspects.given(document.uri.toString())
      return next(document)
    },
    didChange(event, next) {
      suspects.changed(event.document.uri.toString())
      return next(event)
    },
    didClose(document, next) {
      suspects.done(document.uri.toString())
      if (document.uri.scheme !== 'untitled') closed.closed(document.uri)
      return next(document)
    },
    provideWorkspaceDiagnostics: (known, token, report, next) => next(closed.with(known), token, report),
    async provideDiagnostics(document, previous, token, next) {
      const report = await next(document, previous, token)
      if (report) suspects.done(('uri' in document ? document.uri : document).toString())
      return report
    },
  }
}
