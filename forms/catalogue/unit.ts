/** Units that services are counted in across the cities. Older documents may hold others, which stay readable. */
export const units = ['次', '小时', '天', '月', '年', '餐', '人'] as const
