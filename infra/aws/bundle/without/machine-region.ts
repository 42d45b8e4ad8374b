/** Stands in a bundle for asking the machine for its region: the platform says it in the environment. */
export const getInstanceMetadataRegion = async () => undefined
