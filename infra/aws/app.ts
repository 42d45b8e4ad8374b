import { App } from 'aws-cdk-lib'
import { stages } from '../stages.ts'
import { DataStack } from './data.ts'

/** Builds the stacks of every stage. Nothing is looked up: the same code gives the same templates anywhere. */
export function build(outdir?: string): App {
  const app = new App(outdir === undefined ? {} : { outdir })
  for (const stage of stages)
    new DataStack(app, `Yihu-${stage.name}-data`, stage, { env: { region: stage.region } })
  return app
}

if (import.meta.main) build().synth()
