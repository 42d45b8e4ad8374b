import type { Engine } from '../engine.ts'
import { invalid, notFound } from '../refusal.ts'
import type { Shape } from '../request/shape.ts'
import { list, member } from '../request/shape.ts'
import { findTable, saveTable, tableArn } from '../storage/catalog.ts'
import type { Table } from '../storage/schema.ts'
import type { Operation } from './operations.ts'

interface Tag {
  readonly Key: string
  readonly Value: string
}
const arn: Shape = { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 1283 }
const key: Shape = { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 128 }
const value: Shape = { type: 'String', notNull: true, lengthLessThanOrEqual: 256 }

function tableOf(engine: Engine, resource: string): Table {
  const table = findTable(engine, resource.slice(resource.lastIndexOf('/') + 1))
  if (table === undefined || tableArn(engine, table.name) !== resource) {
    throw notFound(`Requested resource not found: ResourceArn: ${resource} not found`)
  }
  return table
}

export const tagResource: Operation = {
  request: {
    types: { ResourceArn: arn, Tags: list(member('Tag', { Key: key, Value: value }), { notNull: true }) },
  },
  run: (
    engine: Engine,
    { ResourceArn, Tags }: { readonly ResourceArn: string; readonly Tags: readonly Tag[] },
  ) => {
    const table = tableOf(engine, ResourceArn)
    const tags = { ...table.tags, ...Object.fromEntries(Tags.map((tag) => [tag.Key, tag.Value])) }
    if (Object.keys(tags).length > 50) throw invalid('Too many tags: the limit is 50')
    saveTable(engine, { ...table, tags })
    return {}
  },
}

export const untagResource: Operation = {
  request: { types: { ResourceArn: arn, TagKeys: list('String', { notNull: true }) } },
  run: (
    engine: Engine,
    { ResourceArn, TagKeys }: { readonly ResourceArn: string; readonly TagKeys: readonly string[] },
  ) => {
    const table = tableOf(engine, ResourceArn)
    const kept = Object.entries(table.tags).filter(([name]) => !TagKeys.includes(name))
    saveTable(engine, { ...table, tags: Object.fromEntries(kept) })
    return {}
  },
}

export const listTagsOfResource: Operation = {
  request: { types: { ResourceArn: arn } },
  isRead: true,
  run: (engine: Engine, { ResourceArn }: { readonly ResourceArn: string }) => {
    const { tags } = tableOf(engine, ResourceArn)
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }
  },
}
