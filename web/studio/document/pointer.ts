import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

type Range = { readonly from: number; readonly to: number }

const steps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const inner = (property: SyntaxNode): SyntaxNode | null => property.lastChild

function step(state: EditorState, node: SyntaxNode, name: string): SyntaxNode | null {
  if (node.name === 'Object') {
    for (const property of node.getChildren('Property')) {
      const key = property.getChild('PropertyName')
      if (key && state.sliceDoc(key.from, key.to) === JSON.stringify(name)) return inner(property)
    }
    return null
  }
  if (node.name !== 'Array') return null
  let at = 0
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/^(Object|Array|String|Number|True|False|Null)$/.test(child.name)) continue
    if (at === Number(name)) return child
    at += 1
  }
  return null
}

/** Where a JSON pointer stands in the text; the deepest part of it that is there. */
export function rangeOf(state: EditorState, pointer: string): Range {
  let node: SyntaxNode | null = syntaxTree(state).topNode.firstChild
  let found: Range = { from: 0, to: Math.min(1, state.doc.length) }
  for (const name of steps(pointer)) {
    node = node && step(state, node, name)
    if (!node) break
    found = { from: node.from, to: node.to }
  }
  // A long value is marked by its first line alone.
  const line = state.doc.lineAt(found.from)
  return { from: found.from, to: Math.min(found.to, line.to) }
}

/** The first place where the text stops being JSON; `undefined` when it is JSON. */
export function brokenAt(state: EditorState): Range | undefined {
  let broken: Range | undefined
  syntaxTree(state).iterate({
    enter: (node) => {
      if (broken) return false
      if (node.type.isError)
        broken = { from: node.from, to: Math.max(node.to, Math.min(node.from + 1, state.doc.length)) }
      return undefined
    },
  })
  return broken
}
