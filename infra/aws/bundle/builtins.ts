import { builtinModules } from 'node:module'
import type { Plugin } from 'esbuild'

const identifier = /^[a-z]\w*$/i

/**
 * A module of Node as a module of the bundle. A name that somebody imports is read at the start, and no other;
 * whoever imports all of it at once gets each name when it is first used, and the module is loaded no sooner.
 */
const source = (name: string): string => {
  const all = `process.getBuiltinModule(${JSON.stringify(name)})`
  const whole: object = process.getBuiltinModule(name) ?? {}
  const names = Object.keys(whole).filter((key) => identifier.test(key) && key !== 'default')
  return [
    typeof whole === 'function'
      ? `export default ${all}`
      : `export default /* @__PURE__ */ new Proxy({}, { get: (_, name) => ${all}[name] })`,
    ...names.map(
      (key) => `const _${key} = /* @__PURE__ */ (() => ${all}.${key})()\nexport { _${key} as ${key} }`,
    ),
  ].join('\n')
}

/**
 * Node's own modules, asked for by name and not imported: an `import` of one reads every property that it has, and so
 * loads whatever it would else load when somebody first uses it, a fifth of each start.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup(run) {
    const filter = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`)
    run.onResolve({ filter }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path, external: true }
        : { path: path.replace(/^(?:node:)?/, 'node:'), namespace: 'builtin', sideEffects: false },
    )
    run.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({ contents: source(path) }))
  },
}
