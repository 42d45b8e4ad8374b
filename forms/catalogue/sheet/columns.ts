import { commonServices } from '../../elements/index.ts'
import type { Choice, Column } from '../../sheet/index.ts'
import type { Catalogue, Item } from '../catalogue.ts'
import type { Objects } from '../objects.ts'
import type { Providers } from '../providers.ts'
import { units } from '../unit.ts'
import { unsetApproval, withApproval } from './approval.ts'

/** Where the words of the columns come from. `fixed`: keys that other documents already use and that stay as they are. */
export type CatalogueWords = {
  readonly catalogue: Catalogue
  readonly objects: Objects | undefined
  readonly providers: Providers | undefined
  readonly fixed: ReadonlySet<string>
}

type Named = {
  readonly key: string
  readonly label: string
  readonly aliases?: readonly string[] | undefined
}

const choices = (list: readonly Named[] = []): readonly Choice[] =>
  list.map(({ key, label, aliases }) => ({ value: key, label, ...(aliases && { also: aliases }) }))

/** Units of the common list, and others that the document already holds. */
const unitChoices = (items: readonly Item[]): readonly Choice[] =>
  [...new Set([...units, ...items.flatMap(({ unit }) => (unit === null ? [] : [unit]))])].map((unit) => ({
    value: unit,
    label: unit,
  }))

/** Leaves a field out where it is empty. */
function optional<K extends 'note' | 'aliases' | 'methods' | 'tiers' | 'lock'>(
  item: Item,
  name: K,
  value: Item[K] | undefined,
): Item {
  const { [name]: _, ...rest } = item
  const empty = value === undefined || (Array.isArray(value) && value.length === 0)
  return (empty ? rest : { ...rest, [name]: value }) as Item
}

/** The columns of the catalogue of service items, for the table on the screen, the clipboard and the workbook. */
export function catalogueColumns({
  catalogue,
  objects,
  providers,
  fixed,
}: CatalogueWords): readonly Column<Item>[] {
  const { categories, modes, methods = [], tiers = [], items } = catalogue
  const key: Column<Item> = {
    id: 'key',
    title: '标识',
    hint: '小写英文字母、数字和连字符，例如 home-care；其他文件引用后不再更改',
    kind: 'text',
    required: true,
    fits: { pattern: /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, says: '请用小写英文字母、数字和连字符' },
    locked: (item) => (fixed.has(item.key) ? '这一标识已在使用，不能更改' : undefined),
    get: (item) => item.key,
    set: (item, value) => ({ ...item, key: value ?? '' }),
  }
  return [
    {
      id: 'name',
      title: '事项名称',
      kind: 'text',
      required: true,
      get: (item) => item.name || undefined,
      set: (item, value) => ({ ...item, name: value ?? '' }),
    },
    {
      id: 'category',
      title: '类别',
      kind: 'choice',
      required: true,
      options: choices(categories),
      get: (item) => item.category || undefined,
      set: (item, value) => ({ ...item, category: value ?? '' }),
    },
    {
      id: 'mode',
      title: '服务方式',
      kind: 'choice',
      required: true,
      options: choices(modes),
      get: (item) => item.mode || undefined,
      set: (item, value) => ({ ...item, mode: value ?? '' }),
    },
    {
      id: 'unit',
      title: '计量单位',
      hint: '未确定时留空，不要填写猜测的单位',
      kind: 'choice',
      options: unitChoices(items),
      get: (item) => item.unit ?? undefined,
      set: (item, value) => ({ ...item, unit: value ?? null }),
    },
    {
      id: 'objects',
      title: '服务对象',
      hint: '可以有几类，用“；”分开',
      kind: 'choices',
      required: true,
      options: choices(objects?.classes),
      get: (item) => item.objects,
      set: (item, value) => ({ ...item, objects: [...value] }),
    },
    {
      id: 'providers',
      title: '承接机构类型',
      hint: '留空表示不由机构承接',
      kind: 'choices',
      options: choices(providers?.types),
      get: (item) => item.providers,
      set: (item, value) => ({ ...item, providers: [...value] }),
    },
    {
      id: 'procurement',
      title: '列入政府购买服务目录',
      kind: 'flag',
      blank: true,
      get: (item) => item.procurement,
      set: (item, value) => ({ ...item, procurement: value }),
    },
    {
      id: 'governmentOnly',
      title: '只能由政府直接履职',
      kind: 'flag',
      blank: false,
      get: (item) => item.governmentOnly,
      set: (item, value) => ({ ...item, governmentOnly: value === true }),
    },
    {
      id: 'common',
      title: '通用编码',
      hint: '对应到通用编码后，省级才能与其他市对照',
      kind: 'choice',
      options: commonServices.map(({ code, name, unit, aliases }) => ({
        value: code,
        label: `${name}（${unit}）`,
        also: [name, ...aliases],
      })),
      get: (item) => item.common ?? undefined,
      set: (item, value) => ({ ...item, common: value ?? null }),
    },
    {
      id: 'status',
      title: '状态',
      hint: '拟增的事项经上级批复后才能启用',
      kind: 'choice',
      required: true,
      options: [
        { value: 'active', label: '启用' },
        { value: 'proposed', label: '拟增' },
        { value: 'retired', label: '停用' },
      ],
      get: (item) => item.status,
      set: (item, value) => ({ ...item, status: (value ?? 'active') as Item['status'] }),
    },
    {
      id: 'lock',
      title: '必做可选',
      kind: 'choice',
      options: [
        { value: 'required', label: '必做' },
        { value: 'optional', label: '可选' },
      ],
      get: (item) => item.lock,
      set: (item, value) => optional(item, 'lock', value as Item['lock']),
    },
    {
      id: 'approvedBy',
      title: '批复机关',
      kind: 'text',
      get: (item) => item.approval?.by || undefined,
      set: (item, by) => withApproval(item, { by: by ?? '' }),
    },
    {
      id: 'approvedNumber',
      title: '批复文号',
      kind: 'text',
      get: (item) => item.approval?.number || undefined,
      set: (item, number) => withApproval(item, { number: number ?? '' }),
    },
    {
      id: 'approvedOn',
      title: '批复日期',
      kind: 'date',
      get: (item) => item.approval?.on || undefined,
      set: (item, on) => withApproval(item, { on: on ?? unsetApproval.on }),
    },
    ...(methods.length > 0
      ? [
          {
            id: 'methods',
            title: '工作方法',
            kind: 'choices' as const,
            options: choices(methods),
            get: (item: Item) => item.methods ?? [],
            set: (item: Item, value: readonly string[]) => optional(item, 'methods', [...value]),
          },
        ]
      : []),
    ...(tiers.length > 0
      ? [
          {
            id: 'tiers',
            title: '帮扶层次',
            kind: 'choices' as const,
            options: choices(tiers),
            get: (item: Item) => item.tiers ?? [],
            set: (item: Item, value: readonly string[]) => optional(item, 'tiers', [...value]),
          },
        ]
      : []),
    {
      id: 'aliases',
      title: '别名',
      hint: '几个别名用“、”分开',
      kind: 'text',
      most: 1000,
      get: (item) => item.aliases?.join('、'),
      set: (item, value) =>
        optional(
          item,
          'aliases',
          value
            ?.split(/[、；;\n]/)
            .map((one) => one.trim())
            .filter(Boolean),
        ),
    },
    {
      id: 'note',
      title: '说明',
      kind: 'text',
      most: 2000,
      get: (item) => item.note,
      set: (item, value) => optional(item, 'note', value),
    },
    key,
    { id: 'source', title: '依据', kind: 'shown', get: (item) => item.source?.rule ?? '' },
  ]
}
