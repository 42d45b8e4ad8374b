import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stackName } from '../../../infra/aws/names.ts'
import type { Stage } from '../../../infra/stages.ts'

/** One resource as the template has it. */
export type Resource = {
  readonly Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is of any shape
  readonly Properties: any
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly DependsOn?: readonly string[]
}
export type Template = {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Parameters?: Readonly<Record<string, unknown>>
  readonly Outputs?: Readonly<Record<string, { readonly Export?: { readonly Name: string } }>>
}
type Written = {
  readonly id: string
  readonly template: Template
  readonly paths: Readonly<Record<string, string>>
}
/** With its name in the template, and its construct's path below the stack: `Access/Tenant`. */
export type Placed = Resource & { readonly id: string; readonly at: string }

const written = JSON.parse(
  execFileSync(process.execPath, [fileURLToPath(new URL('write.ts', import.meta.url))], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  }),
) as readonly Written[]

const writtenOf = (stage: Stage, part: string): Written => {
  const found = written.find(({ id }) => id === stackName(stage, part))
  if (!found) throw new Error(`no stack ${part} of ${stage.name}`)
  return found
}

/** The parts that a stage has: data, api, jobs, web, watch. */
export const partsOf = (stage: Stage): readonly string[] => {
  const begin = stackName(stage, '')
  return written.filter(({ id }) => id.startsWith(begin)).map(({ id }) => id.slice(begin.length))
}

export const templateOf = (stage: Stage, part: string): Template => writtenOf(stage, part).template

/** Resources of one part, all or of one type. */
export const resourcesOf = (stage: Stage, part: string, type?: string): readonly Placed[] => {
  const { template, paths } = writtenOf(stage, part)
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => type === undefined || Type === type)
    .map(([id, resource]) => ({ id, at: paths[id] ?? id, ...resource }))
}
