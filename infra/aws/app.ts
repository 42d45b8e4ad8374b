import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks } from 'cdk-nag'
import { BadStage, checkStages } from '../stage-check.ts'
import { type Stage, stages } from '../stages.ts'
import { acknowledge } from './acknowledged.ts'
import { ApiStack } from './api/stack.ts'
import { buildAsset, findCarried, NotBuilt } from './bundle/asset.ts'
import { DataStack } from './data/stack.ts'
import { cloudFunctions, type FunctionName } from './functions.ts'
import type { CodeOf, House } from './house.ts'
import { JobsStack } from './jobs/stack.ts'
import { stackName } from './names.ts'
import { WatchStack } from './watch/stack.ts'
import { WebStack } from './web/stack.ts'

/** The stacks of some stages, under the rules of AwsSolutions and with nothing acknowledged. */
export const raise = (of: readonly Stage[], code: CodeOf, outdir?: string): App => {
  const app = new App({ analyticsReporting: false, ...(outdir !== undefined && { outdir }) })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  for (const stage of of) {
    const props = { env: { region: stage.region } }
    const data = new DataStack(app, stackName(stage, 'data'), stage, props)
    const site = { stage, data, code }
    const api = new ApiStack(app, stackName(stage, 'api'), site, props)
    const house: House = { ...site, api }
    new JobsStack(app, stackName(stage, 'jobs'), house, props)
    new WebStack(app, stackName(stage, 'web'), house, props)
    new WatchStack(app, stackName(stage, 'watch'), house, props)
  }
  return app
}

/**
 * The stacks of some stages. Nothing is looked up and nothing is measured: the same code gives the same templates on
 * any machine, whoever runs it. A template that breaks a rule in a place that is not acknowledged ends the synthesis.
 */
export const build = (of: readonly Stage[], code: CodeOf, outdir?: string): App => {
  const app = raise(of, code, outdir)
  acknowledge(app, of)
  return app
}

/** Every function's code, built once and laid into the templates of all stages. */
const builtCode = async (folder: string): Promise<CodeOf> => {
  const built = new Map<FunctionName, string>()
  const names = Object.keys(cloudFunctions) as FunctionName[]
  for (const name of names) await findCarried(name)
  for (const name of names) built.set(name, await buildAsset(name, folder))
  return (name) => Code.fromAsset(built.get(name) ?? '')
}

/** `npm run -s synth`: writes the templates of every stage into `cdk.out`. Returns the exit code. */
const main = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-assets-'))
  try {
    const checked = checkStages(stages, readFileSync(new URL('../stages.ts', import.meta.url), 'utf8'))
    const { stacks } = build(checked, await builtCode(folder), 'cdk.out').synth()
    for (const stage of checked) {
      const begin = stackName(stage, '')
      const parts = stacks.filter(({ id }) => id.startsWith(begin)).map(({ id }) => id.slice(begin.length))
      console.log(`✓ ${stage.name}（${stage.region}）：${parts.join(' · ')}，模板在 cdk.out`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof BadStage || error instanceof NotBuilt)) throw error
    console.error(`✗ ${error.message}`)
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) process.exitCode = await main()
