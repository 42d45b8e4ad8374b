import { assumed, hours, routesInUse } from './assumed.ts'
import type { Bill } from './bill.ts'
import type { Figures } from './figures.ts'
import type { Journey } from './journey.ts'
import { type Item, items, type PriceList, readOn } from './prices.ts'

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
const money = (list: PriceList, amount: number): string => `${list.sign}${amount.toFixed(2)}`
const count = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : value >= 1
      ? value.toFixed(1).replace(/\.0$/, '')
      : value.toPrecision(2)
/** Less than half of the last digit that is shown changes no figure. */
const isUnsure = ({ unconfirmed }: Bill): boolean => unconfirmed >= 0.005
/** `*` stands beside every figure into which a price went that could not be confirmed. */
const mark = (bill: Bill): string => (isUnsure(bill) ? ' *' : '')

/** The one table, in Markdown: the very lines that README holds. */
export const summary = ({ places }: Figures): string => {
  const heads = places.map(({ list }) => `${list.name}（${list.region}）`)
  const names = places[0]?.figures.map(({ name }) => name) ?? []
  const rows = names.map((name, at) => [
    name,
    ...places.map(({ list, figures }) => {
      const bill = figures[at]?.bill
      return bill ? `${money(list, bill.total)}${mark(bill)}` : ''
    }),
  ])
  return [['', ...heads], ['---', ...heads.map(() => '---')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** What was measured, in one sentence. */
const measuredWords = ({
  steps,
  sittings,
  keyRequests,
  sessions,
  idleBytes,
  addedBytes,
}: Journey): string => {
  const all = (part: 'rcu' | 'wcu' | 'trips' | 'bytes' | 'log') => sum(steps.map((step) => step[part]))
  return [
    `一次评估：${sittings} 人次登录、${steps.length} 个请求、访问数据表 ${all('trips')} 次，`,
    `读 ${all('rcu')}、写 ${all('wcu')} 个单位，密钥 ${keyRequests} 次、临时身份 ${sessions} 次，`,
    `送出 ${(all('bytes') / 1024).toFixed(0)} KB、日志 ${(all('log') / 1024).toFixed(0)} KB，`,
    `留下 ${(addedBytes / 1024).toFixed(1)} KB；空闲城市 ${(idleBytes / 1024).toFixed(0)} KB。`,
  ].join('')
}

const detail = (list: PriceList, name: string, bill: Bill): readonly string[] => [
  `  ${name}：${money(list, bill.total)}${isUnsure(bill) ? `（其中 ${money(list, bill.unconfirmed)} 的单价未能核实）` : ''}`,
  ...bill.lines
    .filter(({ cost }) => cost >= 0.0005)
    .map(
      ({ item, quantity, cost, confirmed }) =>
        `    ${list.sign}${cost.toFixed(3).padStart(9)}  ${items[item].name} ${count(quantity)}${confirmed ? '' : ' *'}`,
    ),
]

const priceLines = ({ sign, prices }: PriceList): readonly string[] =>
  (Object.entries(prices) as [Item, PriceList['prices'][Item]][]).map(
    ([item, { amount, confirmed, source }]) =>
      `    ${sign}${String(amount).padEnd(13)} 每 ${items[item].per.toLocaleString('en-US')} ${items[item].name}${confirmed ? '' : ' *'}  ${source}`,
  )

/** Everything that the figures stand on, for a terminal. */
export const report = (all: Figures): string =>
  [
    summary(all),
    '',
    `* 含未能核实的单价。价格记于 ${readOn}，不计免费额度、税和折扣。`,
    '',
    `实测（真实的接口和表引擎）：${measuredWords(all.journey)}`,
    `假设：每个请求 ${assumed.msRequest} 毫秒，每次访问数据表再加 ${assumed.msTrip} 毫秒；每次登录都遇到一次冷启动（${assumed.msCold} 毫秒）；` +
      `日志保存 ${assumed.monthsOfLog} 个月；每月工作 ${hours.worked} 小时，同时在用 ${routesInUse} 个接口。都写在 infra/costs/assumed.ts。`,
    ...all.places.flatMap(({ list, figures }) => [
      '',
      `${list.name}（${list.region}）`,
      ...figures.flatMap(({ name, bill }) => detail(list, name, bill)),
      '  单价',
      ...priceLines(list),
    ]),
  ].join('\n')
