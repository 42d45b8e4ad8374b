import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Access } from '../access.ts'
import { addFunction } from '../function.ts'
import type { Site } from '../house.ts'
import { jobNames } from '../names.ts'
import { deadLetters } from './dead-letters.ts'
import { runAt, schedules } from './schedule.ts'
import { readStream } from './stream.ts'
import { wakes } from './waking.ts'

/** What runs without being asked: on changes of the table, and on the turn of the month. */
export class JobsStack extends Stack {
  constructor(scope: Construct, id: string, site: Site, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: site.stage.keepsData })
    const { stage, data } = site
    const access = new Access(this, 'Access', jobNames, data.ground)
    for (const name of jobNames) {
      const job = addFunction(this, name, site, access)
      const dead = deadLetters(this, stage, name)
      if (name === 'rollup' || name === 'courier') readStream(job, data, wakes[name], dead)
      else runAt(job, schedules[name], dead)
    }
  }
}
