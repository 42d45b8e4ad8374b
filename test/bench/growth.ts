import { compile, evaluate } from '#forms/engine'
import type { BenchCase } from './engine-cases.ts'
import type { Line } from './line.ts'
import { measured } from './measure.ts'
import { peerInput, runPeer } from './peer.ts'

type Timed = { readonly rows: number; readonly ms: number }

/** By which factor time grows when the rows double: the slope of a straight line through the logarithms. */
const perDoubling = (times: readonly Timed[]): number => {
  const points = times.map(({ rows, ms }) => [Math.log2(rows), Math.log2(ms)] as const)
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return 2 ** (covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0))
}

/**
 * Which part of the time at the most rows is quadratic: `c·n²` in the best `b·n + c·n²` (least squares of the
 * relative error), as a share of the whole; 0 where time grows more slowly than the rows.
 */
const quadraticShare = (times: readonly Timed[]): number => {
  // time / n = b + c·n is a straight line; relative errors of the time are relative errors of it.
  const points = times.map(({ rows, ms }) => ({ n: rows, y: ms / rows, w: (rows / ms) ** 2 }))
  const sum = (of: (point: { n: number; y: number; w: number }) => number) =>
    points.reduce((total, point) => total + point.w * of(point), 0)
  const [s, n, y] = [sum(() => 1), sum((p) => p.n), sum((p) => p.y)]
  const c = (s * sum((p) => p.n * p.y) - n * y) / (s * sum((p) => p.n ** 2) - n ** 2)
  const most = times.at(-1)
  return most ? Math.max(0, (c * most.rows ** 2) / most.ms) : Number.NaN
}

/** What is measured: one form at several numbers of rows, ours at all of them, the peer at those it can do. */
export type Growing = {
  readonly name: string
  readonly of: (rows: number) => BenchCase
  readonly ours: readonly number[]
  readonly peer: readonly (readonly [rows: number, runs: number])[]
}

/**
 * Times of evaluations as rows grow. `oursMs` and `peerMs` are those at the most rows that both can do;
 * `oursGrowth` and `peerGrowth` the factor for each doubling, over all measured sizes; `oursQuadratic` the
 * share of a quadratic part in our time at the most rows.
 */
export const growth = ({ name, of, ours, peer }: Growing): { line: Line; notes: readonly string[] } => {
  const mine = ours.map((rows): Timed => {
    const { definition, answers } = of(rows)
    const plan = compile(definition)
    return {
      rows,
      ms: measured(
        400,
        () => plan,
        () => evaluate(plan, answers, { today: '2026-11-21' }),
      ),
    }
  })
  const theirs = peer.map(([rows, runs]): Timed => {
    const one = of(rows)
    return { rows, ms: measured(runs, () => peerInput(one), runPeer, runs > 2 ? 1 : 0) }
  })
  const both = theirs.at(-1)
  const oursMs = mine.find(({ rows }) => rows === both?.rows)?.ms ?? Number.NaN
  const peerMs = both?.ms ?? Number.NaN
  const line = {
    case: name,
    oursMs,
    peerMs,
    ratio: peerMs / oursMs,
    rows: both?.rows,
    oursGrowth: perDoubling(mine),
    peerGrowth: perDoubling(theirs),
    oursQuadratic: quadraticShare(mine),
    oursTimes: Object.fromEntries(mine.map(({ rows, ms }) => [rows, ms])),
    peerTimes: Object.fromEntries(theirs.map(({ rows, ms }) => [rows, ms])),
  }
  const listed = (times: readonly Timed[]) =>
    times.map(({ rows, ms }) => `${rows} rows ${ms.toFixed(3)} ms`).join(' · ')
  return {
    line,
    notes: [
      `ours: x${line.oursGrowth.toFixed(2)} a doubling, ${(line.oursQuadratic * 100).toFixed(0)} % quadratic (${listed(mine)})`,
      `peer: x${line.peerGrowth.toFixed(2)} a doubling (${listed(theirs)})`,
    ],
  }
}
