import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, expect, test } from 'vitest'
import { build } from '../../../infra/aws/app.ts'
import type { DataStack } from '../../../infra/aws/data.ts'
import { stages } from '../../../infra/stages.ts'
import { tableDefinition, ttlAttribute } from '../../../infra/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'yihu-synth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const app = build(folder)
const templates = stages.map(({ name }) =>
  Template.fromStack(app.node.findChild(`Yihu-${name}-data`) as DataStack),
)

test('the table of the cloud has the keys, the index, the stream and the expiry of the table of this machine', () => {
  for (const template of templates)
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: tableDefinition.KeySchema,
      AttributeDefinitions: tableDefinition.AttributeDefinitions,
      GlobalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes,
      BillingMode: tableDefinition.BillingMode,
      StreamSpecification: { StreamViewType: tableDefinition.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
    })
})

test('no template names a partition, so the same code stands in China and elsewhere', () => {
  for (const template of templates) expect(JSON.stringify(template.toJSON())).not.toMatch(/arn:aws/)
})

test('where people’s data lives, the table outlives its stack', () => {
  stages.forEach(({ keepsData }, index) => {
    const [table] = Object.values(templates[index]?.findResources('AWS::DynamoDB::GlobalTable') ?? {})
    expect(table?.['DeletionPolicy']).toBe(keepsData ? 'Retain' : 'Delete')
  })
})
