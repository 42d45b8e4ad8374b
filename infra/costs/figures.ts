import { isChina, type Stage, stages } from '../stages.ts'
import { type Bill, billOf, times } from './bill.ts'
import { type Journey, walk } from './journey.ts'
import { openPlace } from './place.ts'
import { type PriceList, priceLists } from './prices.ts'
import { alarmsOfCity, metricsOfCity, metricsOfStage, ofIdleStage } from './standing.ts'
import { ofAssessment, ofIdleCity } from './usage.ts'

/** What is asked for, and the bill in one place. */
export type Figure = { readonly name: string; readonly bill: Bill }
export type Figures = {
  readonly journey: Journey
  readonly places: readonly { readonly list: PriceList; readonly figures: readonly Figure[] }[]
}

const stageIn = ({ region }: PriceList): Stage => {
  const stage = stages.find((one) => isChina(one) === region.startsWith('cn-'))
  if (!stage) throw new Error(`no stage like ${region}`)
  return stage
}

/** Measures one assessment on this machine, and says what it costs in every place that has a price list. */
export const figures = async (): Promise<Figures> => {
  const place = await openPlace()
  try {
    const journey = await walk(place)
    const places = priceLists.map((list) => {
      const stage = stageIn(list)
      const usages = [
        ['每 1,000 次评估', times(ofAssessment(journey, !isChina(stage)), 1000)],
        ['每个空闲城市每月', ofIdleCity(journey.idleBytes, alarmsOfCity(stage))],
        ['每个有业务的城市每月另加（指标）', metricsOfCity],
        ['每个部署环境每月（不随城市增加）', ofIdleStage(stage)],
        ['部署环境有业务时每月另加（指标）', metricsOfStage],
      ] as const
      return { list, figures: usages.map(([name, usage]) => ({ name, bill: billOf(usage, list) })) }
    })
    return { journey, places }
  } finally {
    await place.stop()
  }
}
