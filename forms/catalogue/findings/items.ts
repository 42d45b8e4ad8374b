import { commonServiceOf } from '../../elements/index.ts'
import { units } from '../unit.ts'
import { type Check, checkKeys, keysOf } from './report.ts'

/** Items point to categories, modes, objects and provider types that exist, and to common codes in their unit. */
export const checkItems: Check = ({ catalogue, objects, providers }, report) => {
  if (!catalogue) return
  const { items, categories, modes, methods = [] } = catalogue
  for (const list of ['categories', 'modes', 'items', 'methods'] as const)
    checkKeys(report, 'catalogue', list, catalogue[list] ?? [])
  const known = { category: keysOf(categories), mode: keysOf(modes) }
  const classes = objects && keysOf(objects.classes)
  const types = providers && keysOf(providers.types)
  items.forEach((item, index) => {
    const at = (...rest: (string | number)[]) => ['items', index, ...rest]
    const err = (code: string, message: string, ...rest: (string | number)[]) =>
      report('error', 'catalogue', at(...rest), code, message, item.name)
    if (!known.category.has(item.category))
      err('category-unknown', `事项“${item.name}”的类别“${item.category}”不在清单中。`, 'category')
    if (!known.mode.has(item.mode))
      err('mode-unknown', `事项“${item.name}”的服务方式“${item.mode}”不在清单中。`, 'mode')
    item.objects.forEach((one, i) => {
      if (classes && !classes.has(one))
        err('object-unknown', `事项“${item.name}”的服务对象“${one}”没有定义。`, 'objects', i)
    })
    item.providers.forEach((one, i) => {
      if (types && !types.has(one))
        err('provider-unknown', `事项“${item.name}”的承接机构类型“${one}”没有定义。`, 'providers', i)
    })
    item.methods?.forEach((one, i) => {
      if (!methods.some(({ key }) => key === one))
        err('method-unknown', `事项“${item.name}”的工作方法“${one}”没有定义。`, 'methods', i)
    })
    if (item.governmentOnly && item.providers.length > 0)
      err('government-only', `事项“${item.name}”应由政府直接履职，不能交给承接机构。`, 'providers')
    const common = item.common === null ? undefined : commonServiceOf(item.common)
    if (item.common !== null && !common)
      err('common-unknown', `事项“${item.name}”对应的全省通用代码“${item.common}”不存在。`, 'common')
    if (item.common === null)
      report(
        'warning',
        'catalogue',
        at('common'),
        'common-missing',
        `事项“${item.name}”没有对应全省通用代码，不能参加比较。`,
        item.name,
      )
    if (common && item.unit !== null && item.unit !== common.unit)
      report(
        'warning',
        'catalogue',
        at('unit'),
        'unit-differs',
        `事项“${item.name}”按“${item.unit}”计，全省按“${common.unit}”比较，价格只展示，不参加统计。`,
        item.name,
      )
    const usual = units.some((one) => one === item.unit)
    if (item.unit !== null && !usual && item.unit !== common?.unit)
      report(
        'warning',
        'catalogue',
        at('unit'),
        'unit-unusual',
        `事项“${item.name}”按“${item.unit}”计；通用的单位是${units.join('、')}，请核对。`,
        item.name,
      )
    const mode = modes.find((one) => one.key === item.mode)
    if (item.status !== 'active' || mode?.payment !== 'monthly') return
    if (item.procurement === false)
      report(
        'warning',
        'catalogue',
        at('procurement'),
        'not-in-procurement',
        `事项“${item.name}”由政府购买，但没有列入政府购买服务目录。`,
        item.name,
      )
    if (item.procurement === null)
      report(
        'todo',
        'catalogue',
        at('procurement'),
        'procurement-unset',
        `请写明事项“${item.name}”是否已列入政府购买服务目录。`,
        item.name,
      )
  })
}
