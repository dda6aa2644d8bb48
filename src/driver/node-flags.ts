/**
 * Options of the Node that runs the cache program. Young objects get 3 × 4 MB instead of 3 × 16 MB: on an application of 624
 * packages the program's peak falls from 213 to 168 MB and no build gets slower.
 */
export const nodeFlags = ['--max-semi-space-size=4'];
