import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CfnElement, type Stack } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { build } from '../../../infra/aws/app.ts'
import { stages } from '../../../infra/stages.ts'

/**
 * Prints the templates of all stages and the construct path of every resource, with an empty folder for the code of
 * every function: what a template says does not depend on it. A process of its own, because Node reads the sources three
 * times as fast as a test runner does.
 */
const folder = mkdtempSync(join(tmpdir(), 'yihu-synth-'))
mkdirSync(join(folder, 'code'))
try {
  const app = build(stages, () => Code.fromAsset(join(folder, 'code')), join(folder, 'cdk.out'))
  const { stacks } = app.synth()
  const written = stacks.map(({ id, template }) => {
    const stack = app.node.findChild(id) as Stack
    const paths = stack.node
      .findAll()
      .filter((node) => CfnElement.isCfnElement(node))
      .map((node) => [stack.resolve(node.logicalId), node.node.path.slice(id.length + 1)])
    return { id, template, paths: Object.fromEntries(paths) }
  })
  process.stdout.write(JSON.stringify(written))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
