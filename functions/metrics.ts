/**
 * A line of log that CloudWatch reads as metrics too (embedded metric format). What a metric is counted by is bounded:
 * functions and routes by the program, cities by who is a customer; never a person, a household or an address asked
 * for. Each name by which one metric is counted costs as a metric of its own, so each carries only what is asked of it:
 * what the gateway already measures by route is not measured again.
 */
export const namespace = 'Yihu'

const units = {
  count: 'Count',
  errors: 'Count',
  busy: 'Count',
  ms: 'Milliseconds',
  rcu: 'Count',
  wcu: 'Count',
  trips: 'Count',
} as const
export type Metric = keyof typeof units

/** What is measured by which one property of the line. */
export const measured = {
  function: ['count', 'errors', 'busy', 'ms', 'rcu', 'wcu', 'trips'],
  route: ['rcu', 'wcu', 'trips'],
  city: ['count', 'errors', 'busy', 'ms', 'rcu', 'wcu'],
} as const satisfies Readonly<Record<string, readonly Metric[]>>
export type Dimension = keyof typeof measured

type Line = Readonly<Record<string, unknown>>

const over: ReadonlySet<unknown> = new Set([429, 503])

/** The line with what CloudWatch needs to know of it. A property that is no text counts under no such name. */
export const withMetrics = (name: string, line: Line): Line => {
  const status = Number(line['status'])
  const full: Line = {
    ...line,
    function: name,
    count: 1,
    // Over capacity is told apart from broken: it asks for something else of whoever is woken.
    errors: status >= 500 && !over.has(status) ? 1 : 0,
    busy: over.has(status) ? 1 : 0,
  }
  const directives = (Object.keys(measured) as Dimension[])
    .filter((by) => typeof full[by] === 'string')
    .map((by) => ({
      Namespace: namespace,
      Dimensions: [[by]],
      Metrics: measured[by]
        .filter((metric) => typeof full[metric] === 'number')
        .map((metric) => ({ Name: metric, Unit: units[metric] })),
    }))
    // One directive without metrics, and the service takes none of the line.
    .filter(({ Metrics }) => Metrics.length > 0)
  return {
    ...full,
    _aws: { Timestamp: Date.parse(String(line['at'])), CloudWatchMetrics: directives },
  }
}

/**
 * Writes one line a request for the named function. Not by `console`: the platform puts words of its own before what
 * comes from there, and then it is no longer JSON that can be read as metrics.
 */
export const metricsLog =
  (name: string, write: (text: string) => void = (text) => void process.stdout.write(text)) =>
  (line: Line): void =>
    write(`${JSON.stringify(withMetrics(name, line))}\n`)
