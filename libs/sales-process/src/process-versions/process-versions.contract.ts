import { versionsOf } from '#projections/versions.js';
import { processDecider } from '../domain/process.state.js';

/** Which stages, probabilities and rules each process has, and had. */
export const processVersions = versionsOf(processDecider, { name: 'process-versions', version: 1 });
