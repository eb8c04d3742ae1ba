/**
 * Leaves out how a server follows notebooks, which no pilot is written in: it weighs two kilobytes, and would be read at each start.
 * The client's library asks for these messages by their names, so that this is for the servers alone.
 * @type {import('esbuild').Plugin}
 */
export const noNotebooks = {
  name: 'no notebooks',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vscode-languageserver[\\/]lib[\\/]common[\\/]notebook\.js$/ }, () => ({
      contents: 'exports.NotebookSyncFeature = (connection) => connection\n',
    }))
    onLoad(
      { filter: /[\\/]vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.notebook\.js$/ },
      () => ({
        contents: '',
      }),
    )
  },
}
