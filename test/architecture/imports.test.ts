import { describe, expect, test } from 'vitest'
import { code, type Import, importsOf, read, type Source, sources } from './imports.ts'

const all = sources('forms', 'functions', 'infra', 'web')
const within = (folder: string) => all.filter(({ path }) => path.startsWith(folder))

/** `<file> -> <import>` for every import that `isWrong`. */
const wrong = (files: readonly Source[], isWrong: (one: Import, file: Source) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((one) => isWrong(one, file)).map(({ from }) => `${file.path} -> ${from}`),
  )
const goesTo =
  (...folders: string[]) =>
  ({ to }: Import) =>
    folders.some((folder) => to.startsWith(folder))
const ours = /^(forms|functions|infra|web|test)\//

describe('the reader of imports', () => {
  test.each([
    ["import a from 'x'", 'x', false],
    ["import type { A } from '@s/p/q'", '@s/p', true],
    ["import {\n  type A,\n  b,\n} from '../store/index.ts'", 'functions/store/index.ts', false],
    ["export * from './y.ts'", 'functions/api/y.ts', false],
    ["export type * from './y.ts'", 'functions/api/y.ts', true],
    ["import '#forms/fees'", 'forms/fees/index.ts', false],
    ["const m = await import('node:fs')", 'node:fs', false],
  ])('reads %j', (text, to, typeOnly) => {
    expect(importsOf('functions/api/x.ts', text)).toMatchObject([{ to, typeOnly }])
  })

  test('found the house', () => {
    for (const folder of ['forms/', 'functions/api/', 'functions/store/', 'infra/local/', 'web/'])
      expect(within(folder).length, folder).toBeGreaterThan(3)
    expect(all.flatMap(({ imports }) => imports).length).toBeGreaterThan(500)
  })
})

describe('directions', () => {
  test('forms is pure: nothing of ours, nothing of Node, no platform', () => {
    expect(
      wrong(
        within('forms/'),
        ({ to, from }) => (ours.test(to) && !to.startsWith('forms/')) || from.startsWith('node:'),
      ),
    ).toEqual([])
    const packages = within('forms/').flatMap(({ imports }) =>
      imports.map(({ to }) => to).filter((to) => !ours.test(to)),
    )
    expect([...new Set(packages)].filter((name) => name !== 'zod')).toEqual([])
  })

  test('forms is entered by its doors from outside', () => {
    const outside = all.filter(({ path }) => !path.startsWith('forms/'))
    const isInner = ({ from, to }: Import) =>
      to.startsWith('forms/') && !from.startsWith('#forms/') && !to.endsWith('.json')
    expect(wrong(outside, isInner)).toEqual([])
  })

  test('web knows of functions only the types of the API, and of infra nothing', () => {
    const isWrong = (one: Import) =>
      goesTo('infra/', 'test/')(one) ||
      (goesTo('functions/')(one) && !(one.typeOnly && goesTo('functions/api/contract/')(one)))
    expect(wrong(within('web/'), isWrong)).toEqual([])
  })

  test('functions know nothing of web, of infra, or of tests', () => {
    expect(wrong(within('functions/'), goesTo('web/', 'infra/', 'test/'))).toEqual([])
    expect(wrong(within('infra/'), goesTo('test/'))).toEqual([])
  })

  test('use cases know nothing of HTTP', () => {
    const useCases = ['configuration', 'casework', 'mail', 'oversight', 'identity', 'store'].flatMap((room) =>
      within(`functions/${room}/`),
    )
    expect(
      wrong(
        useCases,
        (one) =>
          one.to === 'hono' ||
          (goesTo('functions/api/')(one) && !(one.typeOnly && goesTo('functions/api/contract/')(one))),
      ),
    ).toEqual([])
  })

  test('the contract is types alone', () => {
    expect(wrong(within('functions/api/contract/'), ({ typeOnly }) => !typeOnly)).toEqual([])
  })
})

describe('locks', () => {
  const sdk = ({ to }: Import) => /^@(aws-sdk|smithy)\//.test(to)

  test('only the store speaks to DynamoDB', () => {
    expect(wrong(all, (one, { path }) => sdk(one) && !path.startsWith('functions/store/'))).toEqual([])
    expect(within('functions/store/').some(({ imports }) => imports.some(sdk))).toBe(true)
  })

  test('only membership and services make a Tenant', () => {
    const makers = all.filter(({ path }) => path !== 'functions/identity/tenant.ts')
    const named = makers
      .filter(({ path }) => /\badmit(City|Province)\b/.test(read(path)))
      .map(({ path }) => path)
    expect(named.sort()).toEqual(['functions/identity/membership.ts', 'functions/identity/service.ts'])
  })

  test('only the door of invitations makes somebody invited, and what it opens is no tenant', () => {
    const makers = all.filter(({ path }) => path !== 'functions/identity/invited.ts')
    const named = makers.filter(({ path }) => /\badmitInvited\b/.test(read(path))).map(({ path }) => path)
    expect(named).toEqual(['functions/identity/invitation-door.ts'])
    for (const file of ['identity/invited', 'identity/acceptance', 'store/invitation-store'])
      expect(code(`functions/${file}.ts`), file).not.toMatch(/\b(Tenant|TenantStore|openStore)\b/)
  })

  test('only jobs, the local system and the operator’s commands act as a service', () => {
    const isOutside = (_: Import, { path }: Source) =>
      !/^(functions\/jobs|infra\/local|infra\/tenants)\//.test(path)
    expect(
      wrong(all, (one, file) => one.to === 'functions/identity/service.ts' && isOutside(one, file)),
    ).toEqual([])
  })

  test('the bare partition, which knows no owner, stays in the store', () => {
    expect(
      wrong(
        all,
        ({ to }, { path }) => to === 'functions/store/partition.ts' && !path.startsWith('functions/store/'),
      ),
    ).toEqual([])
    expect(read('functions/store/index.ts')).not.toMatch(/\bPartition\b/)
  })

  test('routers hold no key ring, no link and no membership look-up', () => {
    const routers = within('functions/api/').filter(
      ({ path }) => !/\/(doors|env|compose|app|errors)\.ts$/.test(path),
    )
    const named = routers.filter(({ path }) =>
      /\b(openStore|openProvince|connect|readMember|KeyRing|memoryRing|UserStore|RollupStore)\b/.test(
        read(path),
      ),
    )
    expect(named.map(({ path }) => path)).toEqual([])
  })

  test('no server code carries Form.io, or makes code from text', () => {
    const server = all.filter(({ path }) => /^(forms|functions)\//.test(path))
    expect(wrong(server, ({ to }) => to.startsWith('@formio/'))).toEqual([])
    expect(
      server.filter(({ path }) => /\bnew Function\(|\beval\(/.test(code(path))).map(({ path }) => path),
    ).toEqual([])
  })

  test('zod is imported whole, which is what lets a bundle leave out its locales', () => {
    const named = all.filter(({ path }) => /import\s+(type\s+)?\{[^}]*\}\s+from\s+'zod'/.test(read(path)))
    expect(named.map(({ path }) => path)).toEqual([])
  })

  test('cases are drawn from one place, so that every machine draws the same', () => {
    const drawn = sources('test').filter(({ imports }) => imports.some(({ to }) => to === 'fast-check'))
    expect(drawn.map(({ path }) => path)).toEqual(['test/chance.ts'])
  })
})
