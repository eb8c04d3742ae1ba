import { createHash } from 'node:crypto'
import { build } from 'esbuild'

/**
 * The style and the script of the dashboard's page as constants with the hashes by which the page allows them, and nothing
 * else. `root` is the folder of the repository.
 */
export async function generateDashboardAssets(root: string): Promise<string> {
  const style = await bundled(root, 'server/src/dashboard/style/page.css')
  const script = await bundled(root, 'client/src/webview/page.ts')
  return `// Generated from the folder style and client/src/webview/page.ts by \`npm run generate\`. Do not edit.

export const style: string = ${JSON.stringify(style)}

export const styleHash: string = '${hashOf(style)}'

export const script: string = ${JSON.stringify(script)}

export const scriptHash: string = '${hashOf(script)}'
`
}

async function bundled(root: string, file: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'iife',
    // What a browser of the last years can do: the page is read with the browser of its reader.
    target: ['es2022', 'chrome111', 'firefox121', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  return outputFiles[0]?.text.trim() ?? ''
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
