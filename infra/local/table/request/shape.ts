/** dynalite's notation for the shape of a request; only what is written down here by hand needs these names. */
export type Shape = string | ShapeObject
export interface ShapeObject {
  readonly type?: string
  readonly children?: Shape | Shapes
  readonly notNull?: boolean
  readonly required?: boolean
  readonly tableName?: boolean
  readonly enum?: readonly string[]
  readonly regex?: string
  readonly greaterThanOrEqual?: number
  readonly lessThanOrEqual?: number
  readonly lengthGreaterThanOrEqual?: number
  readonly lengthLessThanOrEqual?: number
}
export interface Shapes {
  readonly [name: string]: Shape
}

const legacy = [
  'Expected',
  'AttributeUpdates',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
  'AttributesToGet',
  'ConditionalOperator',
]

/** A request of dynalite's without the parameters that expressions replaced in 2014: those are refused by name. */
export function modern(types: Readonly<Record<string, unknown>>, more: Shapes = {}): Shapes {
  return { ...withoutLegacy(types as Shapes), ...more }
}

function withoutLegacy(shapes: Shapes): Shapes {
  const kept = Object.entries(shapes).filter(([name]) => !legacy.includes(name))
  return Object.fromEntries(kept.map(([name, shape]) => [name, stripped(shape)]))
}

function stripped(shape: Shape): Shape {
  if (typeof shape !== 'object' || typeof shape.children !== 'object') return shape
  const { children } = shape
  const isShape = typeof children.type === 'string'
  return { ...shape, children: isShape ? stripped(children as Shape) : withoutLegacy(children as Shapes) }
}

export const tableName: ShapeObject = {
  type: 'String',
  notNull: true,
  regex: '[a-zA-Z0-9_.-]+',
  lengthGreaterThanOrEqual: 3,
  lengthLessThanOrEqual: 255,
}
/** The same without the demand to be there: dynalite looks for the demand's name, not for its value. */
export function optional({ notNull: _, ...shape }: ShapeObject): ShapeObject {
  return shape
}

export const onConditionFailure: Shape = { type: 'String', enum: ['ALL_OLD', 'NONE'] }
export const capacityMode: Shape = { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] }
export const attributeMap: Shape = { type: 'Map<AttributeValue>', children: 'AttrStruct<ValueStruct>' }
export const attributeNames: Shape = { type: 'Map<java.lang.String>', children: 'String' }
export const text: Shape = { type: 'String' }

export function struct(name: string, children: Shapes, isRequired = false): ShapeObject {
  return { type: `FieldStruct<${name}>`, children, ...(isRequired && { notNull: true }) }
}

export function list(
  member: Shape | Shapes,
  bounds: Omit<ShapeObject, 'type' | 'children'> = {},
): ShapeObject {
  return { type: 'List', children: member, ...bounds }
}

/** A structure as the member of a list. */
export function member(name: string, children: Shapes): ShapeObject {
  return { type: `ValueStruct<${name}>`, children }
}
