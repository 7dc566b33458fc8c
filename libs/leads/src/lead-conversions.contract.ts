import * as job from './convert-lead/convert-lead-job.js';

/** For the worker: how conversions come to their end. */
export const handleConversions = job.handleConversions;
export const resumeConversions = job.resumeConversions;
