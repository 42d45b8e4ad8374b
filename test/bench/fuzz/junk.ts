import type { Random } from './random.ts'

const parsed = (json: string): unknown => JSON.parse(json)

/** Names that every object has, and such as look like paths. */
export const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  '',
  ' ',
  'a.b',
  'a[0]',
  'a b',
  '1a',
  '键',
  '$where',
  'k'.repeat(101),
] as const

/** Small wrong values for answers and settings alike; some are no JSON. */
const small: readonly unknown[] = [
  null,
  undefined,
  '',
  ' ',
  'x',
  '1',
  '-0',
  '1e3',
  'true',
  'NaN',
  '0x10',
  '２',
  0,
  -0,
  1,
  -1,
  1.5,
  0.1 + 0.2,
  1e16,
  1e300,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  [''],
  ['a', 'a'],
  { a: true },
  { a: 'x', b: {} },
  { length: 3 },
  { toString: 1, valueOf: 1 },
  'a\u0000b',
  '\ud800',
  'x\udc00',
  '\u202e\ufeff',
  '💧'.repeat(20),
  '2026-02-30',
  '2026-13-01T25:61',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13',
  '0000-01-01',
  '02/30/2026',
  '00/00/0000',
  '25:00',
  'javascript:alert(1)',
  'http://[',
  'https://a.b/?c',
  'a@b.cn',
  '{{ data.a }}',
  '<script>1</script>',
  '<img src=x onerror=1>',
  'data:image/png;base64,AAAA',
  'moment().add(1)',
  'show = data.a === 1',
  'value = data.a + data.b',
  { var: 'data.a' },
  { '+': [1, { var: 'row.a' }] },
  { mystery: [1] },
  10n,
  Symbol.iterator,
  () => 1,
  new Date(0),
  new Map([['a', 1]]),
  new Uint8Array(3),
  parsed('{"__proto__":{"polluted":1}}'),
  parsed('{"constructor":{"prototype":{"polluted":1}}}'),
  parsed('{"__proto__":true,"a":true}'),
  ...names,
]

export const deep = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let inner: unknown = 'x'
  for (let i = 0; i < levels; i++) inner = wrap(inner)
  return inner
}

/** Values of a size that must not matter. Made when they are asked for, and then kept. */
const large: readonly (() => unknown)[] = [
  () => 'a'.repeat(10_001),
  () => 'a'.repeat(1_000_000),
  () => `http://${'a'.repeat(50_000)}`,
  () => `${'9'.repeat(50_000)}!`,
  () => Array(20_000).fill('a'),
  () => Array(1_000_000).fill({}),
  () => Array(201).fill({}),
  () => Array(201).fill('a'),
  () => Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, true])),
  () => deep(10_000, (inner) => [inner]),
  () => deep(10_000, (inner) => ({ a: inner })),
  () => deep(10_000, (inner) => ({ '!': [inner] })),
  () => deep(10_000, (inner) => ({ type: 'panel', key: 'p', components: [inner] })),
  () => '\ud800'.repeat(10_000),
  () => Array(5_000).fill(null),
]
const made = new Map<number, unknown>()

/** A wrong value; about one in two hundred is large. */
export const junk = (random: Random): unknown => {
  if (!random.chance(0.005)) return random.pick(small)
  const which = random.below(large.length)
  if (!made.has(which)) made.set(which, frozen(large[which]?.()))
  return made.get(which)
}

/** Freezes everything inside without recursion, so that depth does not matter. Typed arrays cannot be frozen. */
export const frozen = <T>(value: T): T => {
  const work: unknown[] = [value]
  const seen = new Set<unknown>()
  while (work.length > 0) {
    const one = work.pop()
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one) || seen.has(one)) continue
    seen.add(one)
    if (Object.isFrozen(one) && Object.keys(one).length === 0) continue
    Object.freeze(one)
    for (const inner of Object.values(one)) work.push(inner)
  }
  return value
}
