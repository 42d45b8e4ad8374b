import { type Harness, places } from '../harness.ts'

const { county, township, village, otherTownship } = places

/** Puts the divisions of the harness into the draft of its cities, which have no release: roles may name them. */
export const drawTree = async (yihu: Harness): Promise<void> => {
  for (const city of ['341700', '349901']) {
    const parents = [
      [county, city],
      [township, county],
      [otherTownship, county],
      [village, township],
    ] as const
    const divisions = parents.map(([code, parent]) => ({ code, name: `演示区划 ${code}`, parent }))
    const drawn = await yihu.as(`${city}.admin`, `/api/cities/${city}/draft/profile`, {
      method: 'PUT',
      match: 0,
      body: { divisions },
    })
    if (drawn.status !== 200) throw new Error(drawn.text)
  }
}
