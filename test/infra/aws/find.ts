import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { raise } from '../../../infra/aws/app.ts'
import { stages } from '../../../infra/stages.ts'

type Report = {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string
      readonly violatingConstructs: readonly { readonly constructPath: string }[]
    }[]
  }[]
}

/** Prints what the rules of AwsSolutions find while nothing is acknowledged: `<path of the construct> <id>`. */
const folder = mkdtempSync(join(tmpdir(), 'yihu-find-'))
mkdirSync(join(folder, 'code'))
try {
  const app = raise(stages, () => Code.fromAsset(join(folder, 'code')), join(folder, 'cdk.out'))
  try {
    app.synth()
  } catch (error) {
    // Any finding ends the synthesis; the report is written before. Another failure leaves none.
    if (!existsSync(join(folder, 'cdk.out/validation-report.json'))) throw error
  }
  const report = JSON.parse(readFileSync(join(folder, 'cdk.out/validation-report.json'), 'utf8')) as Report
  const found = report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${constructPath} ${ruleName}`),
    ),
  )
  process.stdout.write(JSON.stringify(found))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
