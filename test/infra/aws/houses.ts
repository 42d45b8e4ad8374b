import { App, type Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { ApiStack } from '../../../infra/aws/api.ts'
import { DataStack } from '../../../infra/aws/data.ts'
import type { House } from '../../../infra/aws/house.ts'
import { type Stage, stages } from '../../../infra/stages.ts'

export type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }

/** Every stage with one stack more, built on the real ones without the functions' code; its template by the stage. */
export const templates = (
  add: (app: App, house: House, props: { readonly env: { readonly region: string } }) => Stack,
): ReadonlyMap<Stage, Template> => {
  const app = new App({ analyticsReporting: false })
  const code = () => Code.fromInline('export {}')
  const stacks = stages.map((stage) => {
    const props = { env: { region: stage.region } }
    const data = new DataStack(app, `${stage.name}-data`, stage, props)
    const api = new ApiStack(app, `${stage.name}-api`, { stage, data, code }, props)
    return [stage, add(app, { stage, data, code, api }, props)] as const
  })
  return new Map(stacks.map(([stage, stack]) => [stage, Template.fromStack(stack)]))
}

/** All resources of a type, as they stand in the template. */
export const resources = (template: Template, type: string): readonly Resource[] =>
  Object.values(template.findResources(type)) as Resource[]
