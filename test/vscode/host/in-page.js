/*
 * These functions run in the page of VS Code, so none of them uses anything from outside itself.
 */

/**
 * The middle of the first visible occurrence of `text` in the active editor, in pixels of the window.
 * @param {string} text on one line
 * @returns {{ x: number, y: number } | undefined}
 */
export function placeOf(text) {
  for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
    // The editor draws spaces as no-break spaces, and a line as several spans.
    const start = line.textContent.replaceAll('\u00a0', ' ').indexOf(text)
    if (start < 0) continue
    const middle = start + Math.floor(text.length / 2)
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let before = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (middle < before + node.length) {
        const range = document.createRange()
        range.setStart(node, middle - before)
        range.setEnd(node, middle - before + 1)
        const { left, top, width, height } = range.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      }
      before += node.length
    }
  }
  return undefined
}

/** All text of the active editor that is on screen. */
export function visibleText() {
  return document.querySelector('.editor-group-container.active .view-lines')?.innerText
}

/** @param {string | undefined} before */
export function textDiffersFrom(before) {
  return document.querySelector('.editor-group-container.active .view-lines')?.innerText !== before
}
